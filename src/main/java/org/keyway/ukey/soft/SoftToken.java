package org.keyway.ukey.soft;

import java.util.Arrays;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.PinRule;
import org.keyway.ukey.PublicKeys;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.TokenInfo;

/**
 * A UKey in a file: private keys are sealed under a random master key, which is wrapped under the user PIN and under
 * the SO PIN. The next try is paid for on disk before the PIN is looked at.
 */
final class SoftToken implements Token {

    private final SoftState state;
    private final int iterations;
    private final Function<KeyAlgorithm, Pair> pairs;
    private final Runnable unplug;
    private byte[] masterKey;
    private boolean closed;

    SoftToken(TokenFile file, int iterations, Function<KeyAlgorithm, Pair> pairs, Runnable unplug) {
        this.pairs = pairs;
        this.iterations = iterations;
        this.unplug = unplug;
        this.state = new SoftState(file);
    }

    @Override
    public TokenInfo info() {
        return content().info();
    }

    @Override
    public void initialize(String label, char[] soPin, char[] userPin) {
        PinRule.check(soPin);
        PinRule.check(userPin);
        if (content().so() != null) {
            state.asSo(soPin);
        }
        byte[] fresh = Wrapped.random(32);
        state.save(new TokenFile.Content(
                content().serial(),
                content().model(),
                label,
                PinRule.TRIES,
                PinRule.TRIES,
                Wrapped.of(fresh, userPin, iterations, content().serial()),
                Wrapped.of(fresh, soPin, iterations, content().serial()),
                new TreeMap<>()));
        masterKey = null;
    }

    @Override
    public void login(char[] userPin) {
        masterKey = state.asUser(userPin);
    }

    @Override
    public void changePin(char[] oldPin, char[] newPin) {
        state.requireInitialized();
        PinRule.check(newPin);
        byte[] key = state.asUser(oldPin);
        state.save(
                content().withUser(Wrapped.of(key, newPin, iterations, content().serial())));
    }

    @Override
    public void unlock(char[] soPin, char[] newUserPin) {
        state.requireInitialized();
        PinRule.check(newUserPin);
        byte[] key = state.asSo(soPin);
        state.save(content()
                .withUser(Wrapped.of(key, newUserPin, iterations, content().serial())));
        masterKey = null;
    }

    @Override
    public void generateKeyPair(KeyUse use, KeyAlgorithm algorithm) {
        requireLogin();
        keep(use, pairs.apply(algorithm));
    }

    @Override
    public void importEncryptionKey(byte[] envelope) {
        requireLogin();
        keep(KeyUse.ENCRYPT, arithmetic(KeyUse.SIGN).open(secret(KeyUse.SIGN), envelope));
    }

    private void keep(KeyUse use, Pair pair) {
        byte[] sealed = Wrapped.seal(masterKey, pair.privateKey(), bound(use));
        state.save(content()
                .with(use + ".public", pair.publicKey())
                .with(use + ".private", sealed)
                .without(use + ".certificate"));
    }

    @Override
    public Optional<byte[]> publicKey(KeyUse use) {
        return state.object(use + ".public");
    }

    @Override
    public byte[] certificationRequest(KeyUse use, String commonName) {
        byte[] publicKey = publicKey(use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        return PublicKeys.request(commonName, publicKey, bytes -> sign(use, bytes));
    }

    @Override
    public void importCertificate(KeyUse use, byte[] der) {
        byte[] publicKey = publicKey(use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        if (!Arrays.equals(publicKey, PublicKeys.of(der))) {
            throw new TokenException(Code.CERTIFICATE_MISMATCH);
        }
        state.save(content().with(use + ".certificate", der));
    }

    @Override
    public Optional<byte[]> certificate(KeyUse use) {
        return state.object(use + ".certificate");
    }

    @Override
    public void writeSeal(byte[] der) {
        state.requireInitialized();
        state.save(content().with("seal", der));
    }

    @Override
    public Optional<byte[]> readSeal() {
        return state.object("seal");
    }

    @Override
    public byte[] sign(KeyUse use, byte[] bytes) {
        requireLogin();
        byte[] key = secret(use);
        return arithmetic(use).sign(key, bytes);
    }

    @Override
    public void wipe(char[] soPin) {
        state.requireInitialized();
        state.asSo(soPin);
        masterKey = null;
        state.save(TokenFile.Content.blank(content().serial(), content().model()));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            masterKey = null;
            unplug.run();
        }
    }

    private byte[] secret(KeyUse use) {
        byte[] sealed = state.object(use + ".private").orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        return Wrapped.open(masterKey, sealed, bound(use)).orElseThrow(() -> new TokenException(Code.IO));
    }

    private Arithmetic arithmetic(KeyUse use) {
        return Arithmetic.of(
                PublicKeys.algorithm(publicKey(use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND))));
    }

    private TokenFile.Content content() {
        return state.content();
    }

    private String bound(KeyUse use) {
        return content().serial() + "/" + use;
    }

    private void requireLogin() {
        if (masterKey == null) {
            throw new TokenException(Code.NOT_LOGGED_IN);
        }
    }
}
