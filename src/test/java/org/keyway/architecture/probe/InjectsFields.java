package org.keyway.architecture.probe;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Autowired;

/** A bad example: field injection. */
public final class InjectsFields {

    @Autowired
    Clock clock;
}
