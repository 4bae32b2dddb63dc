package org.keyway.certificate.cmp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.cmp.CertRepMessage;
import org.bouncycastle.asn1.cmp.CertResponse;
import org.bouncycastle.asn1.cmp.PKIBody;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cmp.PollRepContent;
import org.bouncycastle.asn1.cmp.PollReqContent;
import org.bouncycastle.asn1.cmp.RevDetails;
import org.bouncycastle.asn1.cmp.RevReqContent;
import org.bouncycastle.asn1.crmf.CertReqMessages;
import org.bouncycastle.asn1.crmf.CertReqMsg;
import org.bouncycastle.asn1.crmf.CertRequest;
import org.bouncycastle.asn1.crmf.CertTemplate;
import org.bouncycastle.asn1.crmf.CertTemplateBuilder;
import org.bouncycastle.asn1.crmf.OptionalValidity;
import org.bouncycastle.asn1.crmf.ProofOfPossession;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.cmp.CMPException;
import org.bouncycastle.cert.cmp.CertificateConfirmationContentBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.Signatures;

/** What our messages say, and what answers mean. */
final class CmpBodies {

    private static final int LONGEST_PAUSE = 86_400;

    private CmpBodies() {}

    /** Holder, key, validity and the extensions that are about the holder; the CA adds its own. */
    static byte[] template(byte[] tbs) {
        TBSCertificate wanted = TBSCertificate.getInstance(tbs);
        try {
            ExtensionsGenerator about = new ExtensionsGenerator();
            for (var oid : wanted.getExtensions().getExtensionOIDs()) {
                boolean ofTheCa = oid.equals(Extension.authorityKeyIdentifier)
                        || oid.equals(Extension.cRLDistributionPoints)
                        || oid.equals(Extension.authorityInfoAccess);
                if (!ofTheCa) {
                    about.addExtension(wanted.getExtensions().getExtension(oid));
                }
            }
            return new CertTemplateBuilder()
                    .setSubject(wanted.getSubject())
                    .setPublicKey(wanted.getSubjectPublicKeyInfo())
                    .setValidity(new OptionalValidity(
                            Time.getInstance(wanted.getStartDate()), Time.getInstance(wanted.getEndDate())))
                    .setExtensions(about.generate())
                    .build()
                    .getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** cr with raVerified: the registration authority has checked the proof of possession (RFC 4211, section 4). */
    static PKIBody request(byte[] template) {
        CertRequest request = new CertRequest(0, CertTemplate.getInstance(template), null);
        return new PKIBody(
                PKIBody.TYPE_CERT_REQ, new CertReqMessages(new CertReqMsg(request, new ProofOfPossession(), null)));
    }

    /** The certificate; empty while the CA has not made up its mind (status waiting, or pollRep). */
    static Optional<X509CertificateHolder> certificate(PKIBody answer) {
        if (answer.getType() == PKIBody.TYPE_POLL_REP) {
            return Optional.empty();
        }
        CertResponse response = CertRepMessage.getInstance(answer.getContent()).getResponse()[0];
        int status = response.getStatus().getStatus().intValue();
        if (status == PKIStatus.WAITING) {
            return Optional.empty();
        }
        if (status != PKIStatus.GRANTED && status != PKIStatus.GRANTED_WITH_MODS) {
            throw new AuthorityFailure("issue", "refused with status " + status);
        }
        return Optional.of(new X509CertificateHolder(response.getCertifiedKeyPair()
                .getCertOrEncCert()
                .getCertificate()
                .getX509v3PKCert()));
    }

    /** pollReq about our only request (RFC 4210, section 5.3.22). */
    static PKIBody poll() {
        return new PKIBody(PKIBody.TYPE_POLL_REQ, new PollReqContent(BigInteger.ZERO));
    }

    /** How long the CA wants to be left alone. */
    static Duration pause(PKIBody answer) {
        long seconds =
                PollRepContent.getInstance(answer.getContent()).getCheckAfter(0).longValueExact();
        return Duration.ofSeconds(Math.max(0, Math.min(seconds, LONGEST_PAUSE)));
    }

    static PKIBody confirmation(X509CertificateHolder certificate) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(Signatures.provider())
                    .build();
            var content = new CertificateConfirmationContentBuilder()
                    .addAcceptedCertificate(certificate, BigInteger.ZERO)
                    .build(digests)
                    .toASN1Structure();
            return new PKIBody(PKIBody.TYPE_CERT_CONFIRM, content);
        } catch (CMPException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** rr; reason 6 holds, 8 releases. */
    static PKIBody revocation(X509Certificate certificate, BigInteger serial, int reason) {
        CertTemplate which = new CertTemplateBuilder()
                .setIssuer(X500Name.getInstance(
                        certificate.getIssuerX500Principal().getEncoded()))
                .setSerialNumber(new ASN1Integer(serial))
                .build();
        try {
            Extensions why = new Extensions(new Extension(
                    Extension.reasonCode, false, CRLReason.lookup(reason).getEncoded("DER")));
            return new PKIBody(PKIBody.TYPE_REVOCATION_REQ, new RevReqContent(new RevDetails(which, why)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Told twice: the first answer was lost. */
    static boolean isRevokedAlready(PKIStatusInfo status) {
        return status.getFailInfo() != null && (status.getFailInfo().intValue() & PKIFailureInfo.certRevoked) != 0;
    }

    static X500Name subject(byte[] template) {
        return CertTemplate.getInstance(template).getSubject();
    }

    static X500Name subject(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }
}
