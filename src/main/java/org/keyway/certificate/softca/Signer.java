package org.keyway.certificate.softca;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.TBSCertificate;

/** A private key with its certificate; signs with SHA-256 and RSA PKCS#1 v1.5, so the same bytes sign the same. */
record Signer(PrivateKey key, X509Certificate certificate) {

    static final AlgorithmIdentifier ALGORITHM =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE);

    X500Name name() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    byte[] sign(byte[] content) {
        return sign(key, content);
    }

    static byte[] sign(PrivateKey key, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The signed certificate (RFC 5280, section 4.1) in DER. */
    static byte[] certificate(TBSCertificate tbs, PrivateKey key) {
        try {
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(tbs);
            parts.add(ALGORITHM);
            parts.add(new DERBitString(sign(key, tbs.getEncoded("DER"))));
            return new DERSequence(parts).getEncoded("DER");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
