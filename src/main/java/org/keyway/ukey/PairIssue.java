package org.keyway.ukey;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.Csr;
import org.keyway.certificate.EncryptionKeys;
import org.keyway.certificate.EncryptionKeys.Enveloped;
import org.keyway.certificate.KeyUse;
import org.keyway.ukey.job.Report;
import org.springframework.stereotype.Component;

/** The pair of certificates of a job, always the same one for the same job. */
@Component
class PairIssue {

    /** {@code encryptionKey} is null when the pair on the token stays. */
    record Issued(Map<KeyUse, byte[]> certificates, byte[] encryptionKey) {}

    private final Certificates certificates;
    private final EncryptionKeys encryptionKeys;

    PairIssue(Certificates certificates, EncryptionKeys encryptionKeys) {
        this.certificates = certificates;
        this.encryptionKeys = encryptionKeys;
    }

    /** A token makes its signing pair itself; the encryption pair comes from the key management centre, and stays. */
    static Set<KeyUse> uses(WriteOrder order) {
        return order.kind().makesKeys() ? EnumSet.of(KeyUse.SIGN) : EnumSet.allOf(KeyUse.class);
    }

    Issued issue(KeyWritingJob job, WriteOrder order, Report report) {
        byte[] sign = report.requests().get(KeyUse.SIGN);
        byte[] first =
                certificates.issue(request(job, order, KeyUse.SIGN, sign)).der();
        if (!order.kind().makesKeys()) {
            byte[] encrypt = report.requests().get(KeyUse.ENCRYPT);
            byte[] second = certificates
                    .issue(request(job, order, KeyUse.ENCRYPT, encrypt))
                    .der();
            return new Issued(Map.of(KeyUse.SIGN, first, KeyUse.ENCRYPT, second), null);
        }
        Enveloped enveloped = encryptionKeys.deliver(
                request(job, order, KeyUse.ENCRYPT, null), Csr.parse(sign).publicKeyDer());
        return new Issued(
                Map.of(
                        KeyUse.SIGN,
                        first,
                        KeyUse.ENCRYPT,
                        enveloped.certificate().der()),
                enveloped.envelope());
    }

    private static CertificateRequest request(KeyWritingJob job, WriteOrder order, KeyUse use, byte[] csr) {
        return new CertificateRequest(
                job.requestKey(use),
                job.orderNo(),
                job.serial(),
                order.holder(),
                use,
                order.years(),
                order.until(),
                csr);
    }
}
