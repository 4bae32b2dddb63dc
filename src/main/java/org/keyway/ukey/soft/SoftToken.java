package org.keyway.ukey.soft;

import java.security.KeyPair;
import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.TokenInfo;

/**
 * A UKey in a file: private keys are sealed under a random master key, which is wrapped under the user PIN and under
 * the SO PIN. The next try is paid for on disk before the PIN is looked at.
 */
final class SoftToken implements Token {

    private final TokenFile file;
    private final int iterations;
    private final Supplier<KeyPair> pairs;
    private final Runnable unplug;
    private TokenFile.Content content;
    private byte[] masterKey;
    private boolean closed;

    SoftToken(TokenFile file, int iterations, Supplier<KeyPair> pairs, Runnable unplug) {
        this.pairs = pairs;
        this.file = file;
        this.iterations = iterations;
        this.unplug = unplug;
        this.content = file.read();
    }

    @Override
    public TokenInfo info() {
        return content.info();
    }

    @Override
    public void initialize(String label, char[] soPin, char[] userPin) {
        checkLength(soPin);
        checkLength(userPin);
        if (content.so() != null) {
            asSo(soPin);
        }
        byte[] fresh = Wrapped.random(32);
        save(new TokenFile.Content(
                content.serial(),
                content.model(),
                label,
                TokenFile.Content.TRIES,
                TokenFile.Content.TRIES,
                Wrapped.of(fresh, userPin, iterations, content.serial()),
                Wrapped.of(fresh, soPin, iterations, content.serial()),
                new TreeMap<>()));
        masterKey = null;
    }

    @Override
    public void login(char[] userPin) {
        requireInitialized();
        int left = content.userTries() - 1;
        if (left < 0) {
            throw new TokenException(Code.PIN_LOCKED, 0);
        }
        save(content.withTries(left, content.soTries()));
        masterKey = content.user().open(userPin, content.serial()).orElseThrow(() -> wrong(left));
        save(content.withTries(TokenFile.Content.TRIES, content.soTries()));
    }

    @Override
    public void unlock(char[] soPin, char[] newUserPin) {
        requireInitialized();
        checkLength(newUserPin);
        byte[] key = asSo(soPin);
        save(content.withUser(Wrapped.of(key, newUserPin, iterations, content.serial())));
    }

    @Override
    public void generateKeyPair(KeyUse use) {
        requireLogin();
        KeyPair pair = pairs.get();
        byte[] sealed = Wrapped.seal(masterKey, pair.getPrivate().getEncoded(), bound(use));
        save(content.with(use + ".public", pair.getPublic().getEncoded())
                .with(use + ".private", sealed)
                .without(use + ".certificate"));
    }

    @Override
    public Optional<byte[]> publicKey(KeyUse use) {
        return object(use + ".public");
    }

    @Override
    public byte[] certificationRequest(KeyUse use, String commonName) {
        byte[] publicKey = publicKey(use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        return Rsa.request(commonName, publicKey, content -> sign(use, content));
    }

    @Override
    public void importCertificate(KeyUse use, byte[] der) {
        byte[] publicKey = publicKey(use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        if (!Arrays.equals(publicKey, Rsa.publicKeyOf(der))) {
            throw new TokenException(Code.CERTIFICATE_MISMATCH);
        }
        save(content.with(use + ".certificate", der));
    }

    @Override
    public Optional<byte[]> certificate(KeyUse use) {
        return object(use + ".certificate");
    }

    @Override
    public void writeSeal(byte[] der) {
        requireInitialized();
        save(content.with("seal", der));
    }

    @Override
    public Optional<byte[]> readSeal() {
        return object("seal");
    }

    @Override
    public byte[] sign(KeyUse use, byte[] bytes) {
        requireLogin();
        byte[] sealed = object(use + ".private").orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        byte[] key = Wrapped.open(masterKey, sealed, bound(use)).orElseThrow(() -> new TokenException(Code.IO));
        return Rsa.sign(key, bytes);
    }

    @Override
    public void wipe(char[] soPin) {
        requireInitialized();
        asSo(soPin);
        masterKey = null;
        save(TokenFile.Content.blank(content.serial(), content.model()));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            masterKey = null;
            unplug.run();
        }
    }

    private byte[] asSo(char[] soPin) {
        int left = content.soTries() - 1;
        if (left < 0) {
            throw new TokenException(Code.PIN_LOCKED, 0);
        }
        save(content.withTries(content.userTries(), left));
        byte[] key = content.so().open(soPin, content.serial()).orElseThrow(() -> wrong(left));
        save(content.withTries(content.userTries(), TokenFile.Content.TRIES));
        return key;
    }

    private void save(TokenFile.Content next) {
        file.write(next);
        content = next;
    }

    private Optional<byte[]> object(String name) {
        return Optional.ofNullable(content.objects().get(name));
    }

    private String bound(KeyUse use) {
        return content.serial() + "/" + use;
    }

    private void requireInitialized() {
        if (content.so() == null) {
            throw new TokenException(Code.NOT_INITIALIZED);
        }
    }

    private void requireLogin() {
        if (masterKey == null) {
            throw new TokenException(Code.NOT_LOGGED_IN);
        }
    }

    private static void checkLength(char[] pin) {
        if (pin.length < 6 || pin.length > 64) {
            throw new TokenException(Code.PIN_INVALID);
        }
    }

    private static TokenException wrong(int left) {
        return new TokenException(left == 0 ? Code.PIN_LOCKED : Code.PIN_INCORRECT, left);
    }
}
