package org.keyway.ukey.soft;

import java.util.Optional;
import org.keyway.ukey.PinRule;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;

/** What the file of a soft token holds, and the tries: the next one is paid for on disk before the PIN is looked at. */
final class SoftState {

    private final TokenFile file;
    private TokenFile.Content content;

    SoftState(TokenFile file) {
        this.file = file;
        this.content = file.read();
    }

    TokenFile.Content content() {
        return content;
    }

    /** A file that was taken away meanwhile is a key that was pulled. */
    void save(TokenFile.Content next) {
        file.requirePresent();
        file.write(next);
        content = next;
    }

    Optional<byte[]> object(String name) {
        return Optional.ofNullable(content.objects().get(name));
    }

    void requireInitialized() {
        if (content.so() == null) {
            throw new TokenException(Code.NOT_INITIALIZED);
        }
    }

    /** The master key for the right user PIN. */
    byte[] asUser(char[] userPin) {
        requireInitialized();
        int left = paid(content.userTries());
        save(content.withTries(left, content.soTries()));
        byte[] key = content.user().open(userPin, content.serial()).orElseThrow(() -> PinRule.wrong(left));
        save(content.withTries(PinRule.TRIES, content.soTries()));
        return key;
    }

    /** The master key for the right SO PIN. */
    byte[] asSo(char[] soPin) {
        requireInitialized();
        int left = paid(content.soTries());
        save(content.withTries(content.userTries(), left));
        byte[] key = content.so().open(soPin, content.serial()).orElseThrow(() -> PinRule.wrong(left));
        save(content.withTries(content.userTries(), PinRule.TRIES));
        return key;
    }

    private static int paid(int tries) {
        if (tries == 0) {
            throw new TokenException(Code.PIN_LOCKED, 0);
        }
        return tries - 1;
    }
}
