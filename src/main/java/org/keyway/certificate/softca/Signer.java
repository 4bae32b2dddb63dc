package org.keyway.certificate.softca;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.operator.ContentSigner;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.Signatures;

/** A private key with its certificate. */
record Signer(PrivatePen pen, X509Certificate certificate) {

    Signer(PrivateKey key, X509Certificate certificate) {
        this(new PrivatePen(Signatures.algorithmOf(certificate.getPublicKey()).orElseThrow(), key), certificate);
    }

    PrivateKey key() {
        return pen.key();
    }

    KeyAlgorithm algorithm() {
        return pen.algorithm();
    }

    /** As it stands in what this key signs. */
    AlgorithmIdentifier identifier() {
        return Signatures.identifier(algorithm());
    }

    X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    byte[] sign(byte[] content) {
        return pen.sign(content);
    }

    /** The same for Bouncy Castle's builders of lists and answers. */
    ContentSigner contentSigner() {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        return new ContentSigner() {
            @Override
            public AlgorithmIdentifier getAlgorithmIdentifier() {
                return identifier();
            }

            @Override
            public OutputStream getOutputStream() {
                return content;
            }

            @Override
            public byte[] getSignature() {
                return sign(content.toByteArray());
            }
        };
    }

    /** The signed certificate (RFC 5280, section 4.1) in DER. */
    static byte[] certificate(TBSCertificate tbs, PrivatePen pen) {
        try {
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(tbs);
            parts.add(Signatures.identifier(pen.algorithm()));
            parts.add(new DERBitString(pen.sign(tbs.getEncoded("DER"))));
            return new DERSequence(parts).getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
