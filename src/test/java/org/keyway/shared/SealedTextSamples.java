package org.keyway.shared;

import java.nio.file.Path;

/** A sealer for tests, under a secret that is none. */
public final class SealedTextSamples {

    private SealedTextSamples() {}

    public static SealedText sealed() {
        return new SealedText(new Secrets(
                new KeywayProperties(Path.of("."), Path.of("target"), true, "http://localhost", "not-a-real-secret")));
    }
}
