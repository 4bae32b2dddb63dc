package org.keyway.ukey;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyUse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Proves that a written key works: it signs a random challenge after login with the initial PIN. */
@Service
public class TestStamps {

    private static final Logger LOG = LoggerFactory.getLogger(TestStamps.class);

    private final KeyStock stock;
    private final Tokens tokens;
    private final InitialPins pins;
    private final Certificates certificates;

    TestStamps(KeyStock stock, Tokens tokens, InitialPins pins, Certificates certificates) {
        this.stock = stock;
        this.tokens = tokens;
        this.pins = pins;
        this.certificates = certificates;
    }

    /** Whether the key signs and the register knows its certificate as active; a fault of the token is a no. */
    public boolean stamp(String orderNo, int keyIndex) {
        return stock.current(orderNo, keyIndex)
                .filter(device -> !device.isBlank())
                .map(this::signs)
                .orElse(false);
    }

    private boolean signs(KeyDevice device) {
        byte[] challenge = new byte[32];
        new SecureRandom().nextBytes(challenge);
        try (Token token = tokens.open(device.serial())) {
            token.login(pins.current(device.serial()));
            byte[] signature = token.sign(KeyUse.SIGN, challenge);
            byte[] der = token.certificate(KeyUse.SIGN).orElseThrow();
            return isActive(Serials.of(der)) && verifies(new IssuedCertificate("", der).x509(), challenge, signature);
        } catch (TokenException e) {
            LOG.warn("Test stamp of {} failed: {}", device.serial(), e.code());
            return false;
        }
    }

    private boolean isActive(String serial) {
        CertificateView certificate = certificates.find(serial);
        return certificate.state() == CertificateState.ACTIVE;
    }

    private static boolean verifies(X509Certificate certificate, byte[] challenge, byte[] signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(certificate);
            check.update(challenge);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
