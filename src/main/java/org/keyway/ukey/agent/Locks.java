package org.keyway.ukey.agent;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.Signatures;
import org.keyway.ukey.Token;
import org.keyway.ukey.TokenException;
import org.keyway.ukey.TokenInfo;
import org.keyway.ukey.Tokens;

/** What the holder does with a key that is plugged in here, without the server. */
final class Locks {

    /** A certificate as read from a key. */
    record Paper(KeyUse use, String serial, String subject, Instant notBefore, Instant notAfter) {}

    /** A key as it says of itself. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Lock(
            String serial,
            String model,
            TokenInfo.State state,
            int userTries,
            Set<KeyAlgorithm> algorithms,
            List<Paper> certificates,
            boolean seal) {}

    /** What a test stamp needs from a key. */
    record Content(byte[] certificate, byte[] seal) {}

    /** What a key signed, with what is on it. */
    record Stamp(byte[] signature, byte[] certificate) {}

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tokens tokens;

    Locks(Tokens tokens) {
        this.tokens = tokens;
    }

    List<Lock> all() {
        return tokens.present().stream().map(this::read).toList();
    }

    Lock read(String serial) {
        try (Token token = tokens.open(serial)) {
            TokenInfo info = token.info();
            List<Paper> papers = new ArrayList<>();
            for (KeyUse use : KeyUse.values()) {
                token.certificate(use).map(der -> paper(use, der)).ifPresent(papers::add);
            }
            return new Lock(
                    info.serial(),
                    info.model(),
                    info.state(),
                    info.userTries(),
                    info.algorithms(),
                    papers,
                    token.readSeal().isPresent());
        }
    }

    /** The SIGN certificate and the seal as they are on the key. */
    Content content(String serial) {
        try (Token token = tokens.open(serial)) {
            return new Content(
                    token.certificate(KeyUse.SIGN).orElseThrow(Locks::empty),
                    token.readSeal().orElseThrow(Locks::empty));
        }
    }

    void changePin(String serial, char[] oldPin, char[] newPin) {
        try (Token token = tokens.open(serial)) {
            token.changePin(oldPin, newPin);
        }
    }

    /** Signs a sheet of random content and checks it with the certificate on the key. */
    Paper testStamp(String serial, char[] pin) {
        byte[] sheet = new byte[32];
        RANDOM.nextBytes(sheet);
        Stamp stamp = sign(serial, pin, sheet);
        X509Certificate signer = new IssuedCertificate("", stamp.certificate()).x509();
        if (!Signatures.verify(signer.getPublicKey(), sheet, stamp.signature())) {
            throw new TokenException(TokenException.Code.CERTIFICATE_MISMATCH);
        }
        return paper(KeyUse.SIGN, stamp.certificate());
    }

    Stamp sign(String serial, char[] pin, byte[] content) {
        try (Token token = tokens.open(serial)) {
            token.login(pin);
            byte[] certificate = token.certificate(KeyUse.SIGN).orElseThrow(Locks::empty);
            return new Stamp(token.sign(KeyUse.SIGN, content), certificate);
        }
    }

    private static TokenException empty() {
        return new TokenException(TokenException.Code.KEY_NOT_FOUND);
    }

    private static Paper paper(KeyUse use, byte[] der) {
        X509Certificate certificate = new IssuedCertificate("", der).x509();
        return new Paper(
                use,
                certificate.getSerialNumber().toString(16),
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant());
    }
}
