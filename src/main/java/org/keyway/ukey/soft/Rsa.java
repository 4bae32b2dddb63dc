package org.keyway.ukey.soft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.keyway.ukey.TokenException;

/** The arithmetic of a soft token: RSA-2048, SHA-256, PKCS#1 v1.5 (RFC 8017), PKCS#10 (RFC 2986). */
final class Rsa {

    private Rsa() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sign(byte[] pkcs8, byte[] content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] publicKeyOf(byte[] certificate) {
        try {
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(certificate))
                    .getPublicKey()
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new TokenException(TokenException.Code.CERTIFICATE_MISMATCH);
        }
    }

    static byte[] request(String commonName, byte[] publicKey, UnaryOperator<byte[]> signer) {
        try {
            var subject = new X500NameBuilder().addRDN(BCStyle.CN, commonName).build();
            var info = new CertificationRequestInfo(subject, SubjectPublicKeyInfo.getInstance(publicKey), new DERSet());
            ASN1EncodableVector parts = new ASN1EncodableVector();
            parts.add(info);
            parts.add(new AlgorithmIdentifier(PKCSObjectIdentifiers.sha256WithRSAEncryption, DERNull.INSTANCE));
            parts.add(new DERBitString(signer.apply(info.getEncoded("DER"))));
            return new DERSequence(parts).getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
