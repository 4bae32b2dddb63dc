package org.keyway.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;

/**
 * Ids of rows in the order in which they are made (RFC 9562, UUID version 7): new rows are neighbours in every index, so
 * that a commit writes few pages. They may be guessed, so never a secret.
 */
public final class Ids {

    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    private Ids() {}

    public static String next() {
        return GENERATOR.generate().toString();
    }
}
