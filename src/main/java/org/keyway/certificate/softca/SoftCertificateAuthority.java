package org.keyway.certificate.softca;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateProfiles;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.Csr;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.PreparedCertificate;
import org.keyway.certificate.RevocationReason;
import org.keyway.shared.KeywayProperties;
import org.springframework.stereotype.Component;

/** The CA inside this server: keys in a file, books in the database, RFC 5280 certificates and CRLs, RFC 6960 OCSP. */
@Component("softCertificateAuthority")
class SoftCertificateAuthority implements CertificateAuthority {

    private static final String ISSUING = "issuing";
    private static final String ROOT = "root";

    private final CaKeys keys;
    private final CertificateProfiles profiles;
    private final StatusBook book;
    private final RevocationLists lists;
    private final Clock clock;
    private final EndEntity endEntity;
    private final OcspResponder responder;

    SoftCertificateAuthority(
            CaKeystore keystore,
            CertificateProfiles profiles,
            StatusBook book,
            RevocationLists lists,
            KeywayProperties properties,
            Clock clock) {
        this.keys = keystore.keys();
        this.profiles = profiles;
        this.book = book;
        this.lists = lists;
        this.clock = clock;
        this.endEntity = new EndEntity(keys.issuing(), new Addresses(properties.publicUrl()), clock);
        this.responder = new OcspResponder(keys, book, clock);
    }

    @Override
    public PreparedCertificate prepare(CertificateRequest request) {
        Template template = endEntity.template(request, profiles.of(request.use()));
        TBSCertificate tbs = template.toBeSigned(keys.issuing().name());
        linted(tbs);
        return new PreparedCertificate(
                tbs.getSerialNumber().getValue().toString(16),
                tbs.getSubject().toString(),
                template.notBefore(),
                template.notAfter(),
                Csr.parse(request.csrDer()).publicKeySha256(),
                Template.der(tbs));
    }

    @Override
    public IssuedCertificate issue(PreparedCertificate prepared) {
        TBSCertificate tbs = TBSCertificate.getInstance(prepared.tbs());
        linted(tbs);
        if (book.find(prepared.serial()).isEmpty()) {
            book.add(prepared.serial(), prepared.notAfter());
        }
        return new IssuedCertificate(
                prepared.serial(), Signer.certificate(tbs, keys.issuing().key()));
    }

    @Override
    public void revoke(String serial, RevocationReason reason) {
        lists.change(ISSUING, keys.issuing(), () -> book.revoke(serial, reason, clock.instant()));
    }

    @Override
    public void hold(String serial) {
        revoke(serial, RevocationReason.CERTIFICATE_HOLD);
    }

    @Override
    public void release(String serial) {
        lists.change(ISSUING, keys.issuing(), () -> book.release(serial));
    }

    @Override
    public byte[] crlDer() {
        return lists.current(ISSUING, keys.issuing());
    }

    @Override
    public byte[] rootCrlDer() {
        return lists.current(ROOT, keys.root());
    }

    @Override
    public byte[] ocsp(byte[] request) {
        return responder.answer(request);
    }

    @Override
    public List<X509Certificate> chain() {
        return List.of(keys.issuing().certificate(), keys.root().certificate());
    }

    private void linted(TBSCertificate tbs) {
        List<String> faults = new Lint(keys.issuing()).check(tbs);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("certificate lint: " + faults);
        }
    }
}
