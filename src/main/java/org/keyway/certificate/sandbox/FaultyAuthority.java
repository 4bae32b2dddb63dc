package org.keyway.certificate.sandbox;

import java.security.cert.X509Certificate;
import java.util.List;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.PreparedCertificate;
import org.keyway.certificate.RevocationReason;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The CA as a partner that can be down; what the public reads of it stays there. */
@Component
@Primary
@ConditionalOnBooleanProperty("keyway.demo")
@ConditionalOnBooleanProperty(name = "keyway.certificate.cmp.enabled", havingValue = false, matchIfMissing = true)
class FaultyAuthority implements CertificateAuthority {

    private final CertificateAuthority authority;
    private final SandboxMode mode;

    FaultyAuthority(@Qualifier("softCertificateAuthority") CertificateAuthority authority, SandboxMode mode) {
        this.authority = authority;
        this.mode = mode;
    }

    @Override
    public PreparedCertificate prepare(CertificateRequest request, byte[] publicKey) {
        return mode.call("prepare", () -> authority.prepare(request, publicKey));
    }

    @Override
    public IssuedCertificate issue(PreparedCertificate prepared) {
        return mode.call("issue", () -> authority.issue(prepared));
    }

    @Override
    public void revoke(String serial, RevocationReason reason) {
        run("revoke", () -> authority.revoke(serial, reason));
    }

    @Override
    public void hold(String serial) {
        run("hold", () -> authority.hold(serial));
    }

    @Override
    public void release(String serial) {
        run("release", () -> authority.release(serial));
    }

    @Override
    public byte[] crlDer(KeyAlgorithm chain) {
        return authority.crlDer(chain);
    }

    @Override
    public byte[] rootCrlDer(KeyAlgorithm chain) {
        return authority.rootCrlDer(chain);
    }

    @Override
    public byte[] ocsp(KeyAlgorithm chain, byte[] request) {
        return authority.ocsp(chain, request);
    }

    @Override
    public List<X509Certificate> chain(KeyAlgorithm chain) {
        return authority.chain(chain);
    }

    private void run(String operation, Runnable effect) {
        mode.call(operation, () -> {
            effect.run();
            return operation;
        });
    }
}
