package org.keyway.certificate;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.keyway.certificate.AuthorityOrders.Action;
import org.keyway.shared.AuditRecord;
import org.keyway.shared.OwnTransaction;
import org.keyway.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register of certificates: issues each exactly once per request key and moves it through its states. The intention
 * is committed before the CA signs and the result right after, so that a crash loses neither. Hold, release and
 * revocation change the register at once; the CA is told afterwards, again and again while it is away.
 */
@Service
public class Certificates {

    private final CertificateAuthority authority;
    private final CertificateIntents intents;
    private final IssuedCertificates issued;
    private final AuthorityOrders orders;
    private final OwnTransaction own;
    private final ApplicationEventPublisher events;

    Certificates(
            CertificateAuthority authority,
            CertificateIntents intents,
            IssuedCertificates issued,
            AuthorityOrders orders,
            OwnTransaction own,
            ApplicationEventPublisher events) {
        this.authority = authority;
        this.intents = intents;
        this.issued = issued;
        this.orders = orders;
        this.own = own;
        this.events = events;
    }

    /** Issues, or finds what was issued for this request key before; another public key under it is a conflict. */
    public IssuedCertificate issue(CertificateRequest request) {
        return issue(request, Csr.parse(request.csrDer()).publicKeyDer());
    }

    /**
     * The same for a key that no request proves, because a key management centre made it; {@code csrDer} is not read.
     *
     * @param publicKey SubjectPublicKeyInfo in DER
     */
    public IssuedCertificate issueAttested(CertificateRequest request, byte[] publicKey) {
        Csr.attested(publicKey);
        return issue(request, publicKey);
    }

    private IssuedCertificate issue(CertificateRequest request, byte[] publicKey) {
        PreparedCertificate prepared = intents.find(request.requestKey())
                .orElseGet(() -> intend(request, authority.prepare(request, publicKey)));
        if (!prepared.publicKeySha256().equals(PreparedCertificate.sha256(publicKey))) {
            throw Problem.conflict("certificate.request.otherKey");
        }
        return issued.of(request.requestKey()).orElseGet(() -> sign(request, prepared));
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
        orders.add(serial, Action.HOLD, null);
    }

    @Transactional
    public void release(String serial) {
        move(serial, CertificateState::release, "certificate.released");
        orders.add(serial, Action.RELEASE, null);
    }

    @Transactional
    public void revoke(String serial, RevocationReason reason) {
        move(serial, CertificateState::revoke, "certificate.revoked");
        orders.add(serial, Action.REVOKE, reason);
    }

    /** Replaced by a newer certificate: listed in the CRL with the reason, mostly superseded or affiliationChanged. */
    @Transactional
    public void supersede(String serial, RevocationReason reason) {
        move(serial, CertificateState::supersede, "certificate.superseded");
        orders.add(serial, Action.REVOKE, reason);
    }

    /** Revokes whatever is still open on this UKey. */
    @Transactional
    public void revokeKey(String keySerial, RevocationReason reason) {
        ofKey(keySerial).stream()
                .filter(certificate -> certificate.state().isOpen())
                .forEach(certificate -> revoke(certificate.serial(), reason));
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
                issued.add(request, certificate);
                audit("certificate.issued", certificate.serial());
                return certificate;
            });
        } catch (DuplicateKeyException twin) {
            return issued.of(request.requestKey()).orElseThrow(() -> twin);
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
