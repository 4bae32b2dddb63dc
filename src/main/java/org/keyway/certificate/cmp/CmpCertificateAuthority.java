package org.keyway.certificate.cmp;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.RevRepContent;
import org.bouncycastle.cert.X509CertificateHolder;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.PreparedCertificate;
import org.keyway.certificate.RevocationReason;
import org.keyway.certificate.Signatures;

/**
 * A CA elsewhere. The transaction number follows from the request, so a repeated {@code issue} is the same transaction,
 * and a certificate that was never confirmed is for the CA to withdraw (RFC 9810, section 5.3.18).
 */
final class CmpCertificateAuthority implements CertificateAuthority {

    private static final int REMOVE_FROM_CRL = 8;

    private final CmpClient client;
    private final Waiting waiting;
    private final CertificateAuthority former;
    private final Function<String, Optional<CertificateView>> register;
    private final Map<KeyAlgorithm, List<X509Certificate>> chains = new EnumMap<>(KeyAlgorithm.class);

    CmpCertificateAuthority(
            CmpSettings settings,
            CmpClient client,
            Waiting waiting,
            CertificateAuthority former,
            Function<String, Optional<CertificateView>> register) {
        this.client = client;
        this.waiting = waiting;
        this.former = former;
        this.register = register;
        settings.chains().forEach((algorithm, file) -> chains.put(algorithm, PemChain.read(file)));
    }

    /** Lets the built-in CA check holder, validity and profile; what it would sign becomes the template. */
    @Override
    public PreparedCertificate prepare(CertificateRequest request, byte[] publicKey) {
        PreparedCertificate checked = former.prepare(request, publicKey);
        String number = "cmp" + PreparedCertificate.sha256(checked.tbs()).substring(0, 32);
        return new PreparedCertificate(
                number,
                checked.subject(),
                checked.notBefore(),
                checked.notAfter(),
                checked.publicKeySha256(),
                CmpBodies.template(checked.tbs()));
    }

    @Override
    public IssuedCertificate issue(PreparedCertificate prepared) {
        byte[] transaction = HexFormat.of().parseHex(prepared.serial().substring(3));
        X509CertificateHolder made =
                waiting.certificate(prepared.serial(), transaction, CmpBodies.request(prepared.tbs()));
        byte[] der = der(made);
        X509Certificate certificate = new IssuedCertificate("", der).x509();
        require(certificate, prepared);
        client.ask("confirm", transaction, CmpBodies.confirmation(made), PKIBody.TYPE_CONFIRM);
        return new IssuedCertificate(made.getSerialNumber().toString(16), der);
    }

    @Override
    public void revoke(String serial, RevocationReason reason) {
        change("revoke", serial, reason.code(), () -> former.revoke(serial, reason));
    }

    @Override
    public void hold(String serial) {
        change("hold", serial, RevocationReason.CERTIFICATE_HOLD.code(), () -> former.hold(serial));
    }

    @Override
    public void release(String serial) {
        change("release", serial, REMOVE_FROM_CRL, () -> former.release(serial));
    }

    @Override
    public byte[] crlDer(KeyAlgorithm chain) {
        return former.crlDer(chain);
    }

    @Override
    public byte[] rootCrlDer(KeyAlgorithm chain) {
        return former.rootCrlDer(chain);
    }

    @Override
    public byte[] ocsp(KeyAlgorithm chain, byte[] request) {
        return former.ocsp(chain, request);
    }

    @Override
    public List<X509Certificate> chain(KeyAlgorithm chain) {
        List<X509Certificate> known = chains.get(chain);
        if (known == null) {
            throw new AuthorityFailure("chain", "no chain for " + chain + ": keyway.certificate.cmp.chains");
        }
        return known;
    }

    @Override
    public CertificateAuthority publisher() {
        return former;
    }

    /** Certificates of the built-in CA stay with it. */
    private void change(String operation, String serial, int reason, Runnable formerly) {
        X509Certificate certificate = register.apply(serial)
                .map(view -> PemChain.parse(view.pem()).get(0))
                .orElseThrow(() -> new AuthorityFailure(operation, "unknown certificate"));
        if (issuer(certificate).isEmpty()) {
            formerly.run();
            return;
        }
        PKIBody answer = client.ask(
                operation,
                client.newTransaction(),
                CmpBodies.revocation(certificate, new BigInteger(serial, 16), reason),
                PKIBody.TYPE_REVOCATION_REP);
        PKIStatusInfo status = RevRepContent.getInstance(answer.getContent()).getStatus()[0];
        int said = status.getStatus().intValue();
        if (said != PKIStatus.GRANTED && said != PKIStatus.GRANTED_WITH_MODS && !CmpBodies.isRevokedAlready(status)) {
            throw new AuthorityFailure(operation, "refused with status " + said);
        }
    }

    /** Exactly our key and our holder, under one of our issuers: anything else is not taken and not confirmed. */
    private void require(X509Certificate certificate, PreparedCertificate prepared) {
        boolean sameKey = PreparedCertificate.sha256(certificate.getPublicKey().getEncoded())
                .equals(prepared.publicKeySha256());
        boolean sameHolder = CmpBodies.subject(certificate).equals(CmpBodies.subject(prepared.tbs()));
        if (!sameKey || !sameHolder || issuer(certificate).isEmpty()) {
            throw new AuthorityFailure("issue", "a certificate that was not asked for");
        }
    }

    private Optional<X509Certificate> issuer(X509Certificate certificate) {
        return chains.values().stream()
                .map(chain -> chain.get(0))
                .filter(issuer -> {
                    try {
                        certificate.verify(issuer.getPublicKey(), Signatures.provider());
                        return true;
                    } catch (GeneralSecurityException | RuntimeException e) {
                        return false;
                    }
                })
                .findFirst();
    }

    private static byte[] der(X509CertificateHolder holder) {
        try {
            return holder.getEncoded();
        } catch (IOException e) {
            throw new AuthorityFailure("issue", "unreadable certificate");
        }
    }
}
