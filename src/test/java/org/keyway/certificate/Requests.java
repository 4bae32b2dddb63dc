package org.keyway.certificate;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/** Requests of a made-up company for certificates. */
public final class Requests {

    public static final HolderName COMPANY = new HolderName("测试建设有限公司", "91330683MA2TEST17X", "张测试");
    public static final KeyPair PAIR = pair(2048);
    public static final KeyPair SM2_PAIR = Sm2Pairs.make();

    private Requests() {}

    public static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (Exception e) {
            // checked exceptions of JCA fail the test that meets them
            throw new IllegalStateException(e);
        }
    }

    public static byte[] csr(KeyPair pair) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()))
                    .getEncoded();
        } catch (Exception e) {
            // checked exceptions of JCA fail the test that meets them
            throw new IllegalStateException(e);
        }
    }

    public static byte[] sm2Csr(KeyPair pair) {
        try {
            return new JcaPKCS10CertificationRequestBuilder(new X500Name("CN=x"), pair.getPublic())
                    .build(new JcaContentSignerBuilder("SM3withSM2")
                            .setProvider(Signatures.provider())
                            .build(pair.getPrivate()))
                    .getEncoded();
        } catch (Exception e) {
            // checked exceptions of JCA fail the test that meets them
            throw new IllegalStateException(e);
        }
    }

    public static CertificateRequest request(KeyAlgorithm algorithm, String requestKey, KeyUse use) {
        byte[] csr = algorithm == KeyAlgorithm.SM2 ? sm2Csr(SM2_PAIR) : csr(PAIR);
        return new CertificateRequest(requestKey, "XB20261121000001", "KW00000000018", COMPANY, use, 2, null, csr);
    }

    public static CertificateRequest request(String requestKey, KeyUse use) {
        return new CertificateRequest(
                requestKey, "XB20261121000001", "KW00000000018", COMPANY, use, 2, null, csr(PAIR));
    }
}
