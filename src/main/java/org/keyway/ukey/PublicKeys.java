package org.keyway.ukey;

import java.io.IOException;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Signatures;

/** What every kind of token does with a SubjectPublicKeyInfo (RFC 5280) in DER. */
public final class PublicKeys {

    private PublicKeys() {}

    /** The key that a certificate names; {@code CERTIFICATE_MISMATCH} when it is none. */
    public static byte[] of(byte[] certificate) {
        try {
            return Certificate.getInstance(certificate)
                    .getSubjectPublicKeyInfo()
                    .getEncoded("DER");
        } catch (IOException | RuntimeException e) {
            throw new TokenException(TokenException.Code.CERTIFICATE_MISMATCH);
        }
    }

    /** The kind of key; {@code ALGORITHM_UNSUPPORTED} for any other. */
    public static KeyAlgorithm algorithm(byte[] publicKey) {
        return Signatures.algorithmOf(SubjectPublicKeyInfo.getInstance(publicKey))
                .orElseThrow(() -> new TokenException(TokenException.Code.ALGORITHM_UNSUPPORTED));
    }

    /** A PKCS#10 request (RFC 2986), signed by {@code signer} over CertificationRequestInfo. */
    public static byte[] request(String commonName, byte[] publicKey, UnaryOperator<byte[]> signer) {
        try {
            var subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
            var info = new CertificationRequestInfo(subject, SubjectPublicKeyInfo.getInstance(publicKey), new DERSet());
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(info);
            parts.add(Signatures.identifier(algorithm(publicKey)));
            parts.add(new DERBitString(signer.apply(info.getEncoded("DER"))));
            return new DERSequence(parts).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
