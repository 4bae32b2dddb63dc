package org.keyway.document;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A sealing key with a certificate of its own making. */
record TestSealKey(KeyPair pair, X509Certificate certificate) implements SealKey {

    private static final BouncyCastleProvider PROVIDER = new BouncyCastleProvider();

    static TestSealKey make(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return make(name, generator.generateKeyPair(), "SHA256withRSA");
    }

    static TestSealKey sm2(String name) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", PROVIDER);
        generator.initialize(new ECGenParameterSpec("sm2p256v1"));
        return make(name, generator.generateKeyPair(), "SM3withSM2");
    }

    private static TestSealKey make(String name, KeyPair pair, String algorithm) throws Exception {
        X500Principal subject = new X500Principal("CN=" + name);
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                BigInteger.TEN,
                Date.from(Instant.parse("2026-01-01T00:00:00Z")),
                Date.from(Instant.parse("2036-01-01T00:00:00Z")),
                subject,
                pair.getPublic());
        var signed = builder.build(
                new JcaContentSignerBuilder(algorithm).setProvider(PROVIDER).build(pair.getPrivate()));
        return new TestSealKey(
                pair, new JcaX509CertificateConverter().setProvider(PROVIDER).getCertificate(signed));
    }

    @Override
    public List<X509Certificate> chain() {
        return List.of(certificate);
    }

    @Override
    public byte[] sign(byte[] content) {
        boolean rsa = pair.getPrivate().getAlgorithm().equals("RSA");
        try {
            Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "SM3withSM2", PROVIDER);
            signature.initSign(pair.getPrivate());
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
