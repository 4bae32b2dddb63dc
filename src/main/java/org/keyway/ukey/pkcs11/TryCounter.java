package org.keyway.ukey.pkcs11;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.keyway.certificate.AtomicFile;
import org.keyway.ukey.PinRule;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;

/** Our own count of tries for one PIN of one token, on disk before the token is asked; some tokens never lock. */
record TryCounter(Path file) {

    int left() {
        try {
            return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : PinRule.TRIES;
        } catch (IOException | NumberFormatException e) {
            throw new TokenException(Code.IO);
        }
    }

    /** Pays for the next try; {@code PIN_LOCKED} when none is left. */
    int pay() {
        int left = left() - 1;
        if (left < 0) {
            throw new TokenException(Code.PIN_LOCKED, 0);
        }
        write(left);
        return left;
    }

    void reset() {
        if (left() != PinRule.TRIES) {
            write(PinRule.TRIES);
        }
    }

    void exhaust() {
        write(0);
    }

    private void write(int left) {
        try {
            AtomicFile.write(file, Integer.toString(left).getBytes(StandardCharsets.US_ASCII));
        } catch (java.io.UncheckedIOException e) {
            throw new TokenException(Code.IO);
        }
    }
}
