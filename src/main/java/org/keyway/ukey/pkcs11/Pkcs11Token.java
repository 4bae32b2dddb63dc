package org.keyway.ukey.pkcs11;

import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKM_RSA_PKCS_KEY_PAIR_GEN;
import static org.xipki.pkcs11.wrapper.PKCS11Constants.CKU_USER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.PinRule;
import org.keyway.ukey.PublicKeys;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenException.Code;
import org.keyway.ukey.TokenInfo;
import org.keyway.ukey.TokenInfo.State;
import org.xipki.pkcs11.wrapper.PKCS11Exception;

/** A UKey through PKCS#11; blank means that nobody has set a user PIN. */
final class Pkcs11Token implements Token {

    private final Connection connection;
    private final Pins pins;
    private final Administration administration;
    private final Runnable unplug;
    private boolean loggedIn;
    private boolean closed;

    Pkcs11Token(Connection connection, Pins pins, char[] factorySoPin, Runnable unplug) {
        this.connection = connection;
        this.pins = pins;
        administration = new Administration(connection, pins, factorySoPin);
        this.unplug = unplug;
    }

    @Override
    public TokenInfo info() {
        var info = connection.info();
        int userTries = pins.userTries();
        int soTries = pins.soTries();
        return new TokenInfo(
                info.getSerialNumber().strip(),
                info.getModel().strip(),
                info.getLabel().strip(),
                State.of(administration.hasUserPin(), userTries, soTries),
                userTries,
                soTries,
                algorithms());
    }

    private Set<KeyAlgorithm> algorithms() {
        boolean rsa = Arrays.stream(connection.mechanisms()).anyMatch(code -> code == CKM_RSA_PKCS_KEY_PAIR_GEN);
        return rsa ? EnumSet.of(KeyAlgorithm.RSA_2048) : EnumSet.noneOf(KeyAlgorithm.class);
    }

    @Override
    public void initialize(String label, char[] soPin, char[] userPin) {
        PinRule.check(soPin);
        PinRule.check(userPin);
        loggedIn = false;
        administration.initialize(label, soPin, userPin);
    }

    @Override
    public void login(char[] userPin) {
        requireInitialized();
        loggedIn = false;
        connection.close();
        pins.asUser(() -> connection.session().login(CKU_USER, userPin));
        loggedIn = true;
    }

    @Override
    public void changePin(char[] oldPin, char[] newPin) {
        requireInitialized();
        PinRule.check(newPin);
        pins.asUser(() -> connection.session().setPIN(oldPin, newPin));
    }

    @Override
    public void unlock(char[] soPin, char[] newUserPin) {
        requireInitialized();
        PinRule.check(newUserPin);
        loggedIn = false;
        administration.setUserPin(soPin, newUserPin);
    }

    @Override
    public void generateKeyPair(KeyUse use, KeyAlgorithm algorithm) {
        requireLogin();
        if (!algorithms().contains(algorithm)) {
            throw new TokenException(Code.ALGORITHM_UNSUPPORTED);
        }
        done(() -> keys().generate(use));
    }

    @Override
    public void importEncryptionKey(byte[] envelope) {
        requireLogin();
        try {
            keys().unwrap(KeyUse.ENCRYPT, envelope);
        } catch (PKCS11Exception e) {
            Code code = DriverErrors.code(e);
            throw new TokenException(code == Code.IO ? Code.ENVELOPE_INVALID : code);
        }
    }

    @Override
    public Optional<byte[]> publicKey(KeyUse use) {
        return DriverErrors.translated(() -> keys().publicKey(use));
    }

    @Override
    public byte[] certificationRequest(KeyUse use, String commonName) {
        byte[] publicKey = publicKey(use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        return PublicKeys.request(commonName, publicKey, content -> sign(use, content));
    }

    @Override
    public void importCertificate(KeyUse use, byte[] der) {
        byte[] publicKey = publicKey(use).orElseThrow(() -> new TokenException(Code.KEY_NOT_FOUND));
        if (!Arrays.equals(publicKey, PublicKeys.of(der))) {
            throw new TokenException(Code.CERTIFICATE_MISMATCH);
        }
        done(() -> objects().put(use, der));
    }

    @Override
    public Optional<byte[]> certificate(KeyUse use) {
        return DriverErrors.translated(() -> objects().certificate(use));
    }

    @Override
    public void writeSeal(byte[] der) {
        requireInitialized();
        done(() -> objects().putSeal(der));
    }

    @Override
    public Optional<byte[]> readSeal() {
        return DriverErrors.translated(() -> objects().seal());
    }

    @Override
    public byte[] sign(KeyUse use, byte[] content) {
        requireLogin();
        return DriverErrors.translated(() -> keys().sign(use, content));
    }

    @Override
    public void wipe(char[] soPin) {
        requireInitialized();
        loggedIn = false;
        administration.wipe(soPin);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                connection.close();
            } finally {
                unplug.run();
            }
        }
    }

    private Objects objects() {
        return new Objects(connection.session());
    }

    private RsaKeys keys() {
        return new RsaKeys(connection.session(), objects());
    }

    private void requireInitialized() {
        if (!administration.hasUserPin()) {
            throw new TokenException(Code.NOT_INITIALIZED);
        }
    }

    private void requireLogin() {
        if (!loggedIn) {
            throw new TokenException(Code.NOT_LOGGED_IN);
        }
    }

    private static void done(Pins.Asked work) {
        DriverErrors.translated(() -> {
            work.run();
            return null;
        });
    }
}
