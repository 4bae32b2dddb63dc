package org.keyway.certificate;

import java.math.BigInteger;
import java.nio.file.Files;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Status questions (RFC 6960), and what others think of the answers; they find cas.pem, root.pem and ca.pem. */
final class Questions {

    private Questions() {}

    static byte[] about(byte[] issuer, BigInteger serial) throws Exception {
        var digests = new JcaDigestCalculatorProviderBuilder()
                .setProvider(Signatures.provider())
                .build();
        CertificateID id =
                new CertificateID(digests.get(CertificateID.HASH_SHA1), new X509CertificateHolder(issuer), serial);
        return new OCSPReqBuilder().addRequest(id).build().getEncoded();
    }

    /** OpenSSL trusts the root alone: the responder must have been delegated by the issuing CA. */
    static boolean opensslBelieves(Openssl openssl, byte[] answer) throws Exception {
        return openssl(openssl, answer).contains("Response verify OK");
    }

    static String openssl(Openssl openssl, byte[] answer) throws Exception {
        Files.write(openssl.folder().resolve("answer.der"), answer);
        return openssl.run(
                "ocsp",
                "-respin",
                "answer.der",
                "-issuer",
                "ca.pem",
                "-cert",
                "sign.pem",
                "-CAfile",
                "root.pem",
                "-verify_other",
                "ca.pem");
    }

    static boolean gnutlsBelieves(Tool ocsptool, byte[] answer) throws Exception {
        return gnutls(ocsptool, answer).contains("Verifying OCSP Response: Success");
    }

    static String gnutls(Tool ocsptool, byte[] answer) throws Exception {
        Files.write(ocsptool.folder().resolve("answer.der"), answer);
        return ocsptool.run("--verify-response", "--load-response", "answer.der", "--load-trust", "cas.pem");
    }
}
