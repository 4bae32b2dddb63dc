package org.keyway.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of certificates: issues each exactly once per request key and moves it through its states. The intention
 * is committed before the CA signs and the result right after, so that a crash loses neither.
 */
@Service
public class Certificates {

    private final CertificateAuthority authority;
    private final CertificateIntents intents;
    private final IssuedCertificates issued;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    Certificates(
            CertificateAuthority authority,
            CertificateIntents intents,
            IssuedCertificates issued,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.authority = authority;
        this.intents = intents;
        this.issued = issued;
        this.own = own;
        this.events = events;
    }

    /** Issues, or finds what was issued for this request key before; another public key under it is a conflict. */
    public IssuedCertificate issue(CertificateRequest request) {
        Csr csr = Csr.parse(request.csrDer());
        PreparedCertificate prepared =
                intents.find(request.requestKey()).orElseGet(() -> intend(request, authority.prepare(request)));
        if (!prepared.publicKeySha256().equals(csr.publicKeySha256())) {
            throw Problem.conflict("certificate.request.otherKey");
        }
        return issued.der(prepared.serial())
                .map(der -> new IssuedCertificate(prepared.serial(), der))
                .orElseGet(() -> sign(request, prepared));
    }

    public List<CertificateView> of(String orderNo) {
        return issued.list("order_no", orderNo);
    }

    /** All certificates that were made for this UKey, newest first. */
    public List<CertificateView> ofKey(String keySerial) {
        return issued.list("key_serial", keySerial);
    }

    public CertificateView find(String serial) {
        return issued.find(serial).orElseThrow(() -> Problem.notFound("certificate.unknown"));
    }

    public Optional<byte[]> der(String serial) {
        return issued.der(serial);
    }

    /** The certificate was read back from its key; repeating it changes nothing. */
    @Transactional
    public void activate(String serial) {
        if (find(serial).state() != CertificateState.ACTIVE) {
            move(serial, CertificateState::activate, "certificate.activated");
        }
    }

    @Transactional
    public void hold(String serial) {
        move(serial, CertificateState::hold, "certificate.held");
        authority.hold(serial);
    }

    @Transactional
    public void release(String serial) {
        move(serial, CertificateState::release, "certificate.released");
        authority.release(serial);
    }

    @Transactional
    public void revoke(String serial, RevocationReason reason) {
        move(serial, CertificateState::revoke, "certificate.revoked");
        authority.revoke(serial, reason);
    }

    /** Replaced by a newer certificate: listed in the CRL with the reason, mostly superseded or affiliationChanged. */
    @Transactional
    public void supersede(String serial, RevocationReason reason) {
        move(serial, CertificateState::supersede, "certificate.superseded");
        authority.revoke(serial, reason);
    }

    /** Revokes whatever is still open on this UKey. */
    @Transactional
    public void revokeKey(String keySerial, RevocationReason reason) {
        ofKey(keySerial).stream()
                .filter(certificate -> certificate.state().isOpen())
                .forEach(certificate -> revoke(certificate.serial(), reason));
    }

    public byte[] crl() {
        return authority.crlDer();
    }

    private PreparedCertificate intend(CertificateRequest request, PreparedCertificate prepared) {
        try {
            return own.commit(() -> intents.add(request, prepared));
        } catch (DuplicateKeyException twin) {
            return intents.find(request.requestKey()).orElseThrow(() -> twin);
        }
    }

    private IssuedCertificate sign(CertificateRequest request, PreparedCertificate prepared) {
        try {
            return own.commit(() -> {
                IssuedCertificate certificate = authority.issue(prepared);
                issued.add(request, prepared, certificate.der());
                audit("certificate.issued", certificate.serial());
                return certificate;
            });
        } catch (DuplicateKeyException twin) {
            return issued.der(prepared.serial())
                    .map(der -> new IssuedCertificate(prepared.serial(), der))
                    .orElseThrow(() -> twin);
        }
    }

    private void move(String serial, UnaryOperator<CertificateState> step, String action) {
        CertificateState from = find(serial).state();
        if (!issued.move(serial, from, step.apply(from))) {
            throw Problem.conflict("certificate.moved");
        }
        audit(action, serial);
    }

    private void audit(String action, String serial) {
        events.publishEvent(new AuditRecord("system", action, "certificate:" + serial, ""));
    }
}
