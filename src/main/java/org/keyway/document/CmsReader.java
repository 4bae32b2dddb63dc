package org.keyway.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;

/** Reads one detached CMS signature (RFC 5652) of unknown origin; nothing in it can do more than be refused. */
final class CmsReader {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    private CmsReader() {}

    /** What a signature says about the content that it came with. */
    static SealMark mark(byte[] blob, byte[] content, Instant at) {
        try {
            byte[] der = padded(blob);
            CMSSignedData signed = new CMSSignedData(new CMSProcessableByteArray(content), der);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return SealMark.damaged();
            }
            return mark(signed, signers.iterator().next(), at);
        } catch (CMSException | IOException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            return SealMark.damaged();
        }
    }

    private static SealMark mark(CMSSignedData signed, SignerInformation signer, Instant at)
            throws GeneralSecurityException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = signed.getCertificates().getMatches(signer.getSID());
        if (found.isEmpty()) {
            return SealMark.damaged();
        }
        X509Certificate certificate = new JcaX509CertificateConverter()
                .setProvider(PROVIDER)
                .getCertificate(found.iterator().next());
        boolean genuine = isGenuine(signer, certificate);
        return new SealMark(certificate, genuine, at, genuine ? seal(signer) : new byte[0]);
    }

    private static byte[] seal(SignerInformation signer) {
        Attribute along = signer.getSignedAttributes().get(Cms.SEAL);
        return along == null || along.getAttrValues().size() != 1
                ? new byte[0]
                : ASN1OctetString.getInstance(along.getAttrValues().getObjectAt(0))
                        .getOctets();
    }

    private static boolean isGenuine(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.getSignedAttributes() != null
                    && signer.getUnsignedAttributes() == null
                    && signer.verify(new JcaSimpleSignerInfoVerifierBuilder()
                            .setProvider(PROVIDER)
                            .build(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException | RuntimeException e) {
            return false;
        }
    }

    /** The CMS structure itself; what follows it may only be zeros. */
    private static byte[] padded(byte[] blob) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(new ByteArrayInputStream(blob), blob.length)) {
            byte[] der = ContentInfo.getInstance(in.readObject()).getEncoded("DER");
            for (byte each : in.readAllBytes()) {
                if (each != 0) {
                    throw new IOException("something follows the signature");
                }
            }
            return der;
        }
    }
}
