package org.keyway.certificate.softca;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateProfile;
import org.keyway.certificate.CertificateProfiles;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.PreparedCertificate;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.Signatures;
import org.keyway.shared.KeywayProperties;
import org.springframework.stereotype.Component;

/**
 * The CA inside this server: keys in files, books in the database, RFC 5280 certificates and CRLs, RFC 6960 OCSP; one
 * chain with RSA, one with SM2. Its signatures depend on the signed bytes alone, so a repeated {@code issue} gives the
 * same certificate.
 */
@Component("softCertificateAuthority")
class SoftCertificateAuthority implements CertificateAuthority {

    private static final Map<KeyAlgorithm, String> ISSUING =
            Map.of(KeyAlgorithm.RSA_2048, "issuing", KeyAlgorithm.SM2, "sm2");
    private static final Map<KeyAlgorithm, String> ROOT =
            Map.of(KeyAlgorithm.RSA_2048, "root", KeyAlgorithm.SM2, "sm2-root");

    private final CaKeystore keystore;
    private final CertificateProfiles profiles;
    private final StatusBook book;
    private final RevocationLists lists;
    private final Clock clock;
    private final Map<KeyAlgorithm, EndEntity> endEntities = new EnumMap<>(KeyAlgorithm.class);
    private final Map<KeyAlgorithm, OcspResponder> responders = new EnumMap<>(KeyAlgorithm.class);

    SoftCertificateAuthority(
            CaKeystore keystore,
            CertificateProfiles profiles,
            StatusBook book,
            RevocationLists lists,
            KeywayProperties properties,
            Clock clock) {
        this.keystore = keystore;
        this.profiles = profiles;
        this.book = book;
        this.lists = lists;
        this.clock = clock;
        for (KeyAlgorithm algorithm : KeyAlgorithm.values()) {
            CaKeys keys = keystore.keys(algorithm);
            Addresses addresses = new Addresses(properties.publicUrl(), algorithm);
            endEntities.put(algorithm, new EndEntity(keys.issuing(), addresses, clock));
            responders.put(algorithm, new OcspResponder(keys, book, clock));
        }
    }

    @Override
    public PreparedCertificate prepare(CertificateRequest request, byte[] publicKey) {
        SubjectPublicKeyInfo key = SubjectPublicKeyInfo.getInstance(publicKey);
        KeyAlgorithm algorithm = Signatures.algorithmOf(key).orElseThrow();
        CertificateProfile profile = profiles.of(request.holder().kind(), request.use());
        Template template = endEntities.get(algorithm).template(request, key, profile);
        Signer issuer = keystore.keys(algorithm).issuing();
        TBSCertificate tbs = template.toBeSigned(issuer.name(), issuer.identifier());
        require(new Lint(issuer).check(tbs, profile));
        return new PreparedCertificate(
                tbs.getSerialNumber().getValue().toString(16),
                tbs.getSubject().toString(),
                template.notBefore(),
                template.notAfter(),
                PreparedCertificate.sha256(publicKey),
                Template.der(tbs));
    }

    @Override
    public IssuedCertificate issue(PreparedCertificate prepared) {
        TBSCertificate tbs = TBSCertificate.getInstance(prepared.tbs());
        KeyAlgorithm algorithm =
                Signatures.algorithmOf(tbs.getSubjectPublicKeyInfo()).orElseThrow();
        Signer issuer = keystore.keys(algorithm).issuing();
        require(new Lint(issuer).check(tbs));
        if (book.find(prepared.serial()).isEmpty()) {
            book.add(prepared.serial(), prepared.notAfter(), algorithm);
        }
        return new IssuedCertificate(prepared.serial(), Signer.certificate(tbs, issuer.pen()));
    }

    @Override
    public void revoke(String serial, RevocationReason reason) {
        change(serial, () -> book.revoke(serial, reason, clock.instant()));
    }

    @Override
    public void hold(String serial) {
        revoke(serial, RevocationReason.CERTIFICATE_HOLD);
    }

    @Override
    public void release(String serial) {
        change(serial, () -> book.release(serial));
    }

    @Override
    public byte[] crlDer(KeyAlgorithm chain) {
        return lists.current(ISSUING.get(chain), keystore.keys(chain).issuing());
    }

    @Override
    public byte[] rootCrlDer(KeyAlgorithm chain) {
        return lists.current(ROOT.get(chain), keystore.keys(chain).root());
    }

    @Override
    public byte[] ocsp(KeyAlgorithm chain, byte[] request) {
        return responders.get(chain).answer(request);
    }

    @Override
    public List<X509Certificate> chain(KeyAlgorithm chain) {
        CaKeys keys = keystore.keys(chain);
        return List.of(keys.issuing().certificate(), keys.root().certificate());
    }

    private void change(String serial, Runnable change) {
        KeyAlgorithm chain = book.find(serial).map(StatusBook.Status::chain).orElse(KeyAlgorithm.RSA_2048);
        lists.change(ISSUING.get(chain), keystore.keys(chain).issuing(), change);
    }

    private static void require(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("certificate lint: " + faults);
        }
    }
}
