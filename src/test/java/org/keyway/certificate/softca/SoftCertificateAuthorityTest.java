package org.keyway.certificate.softca;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateAuthorityContract;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.House;
import org.keyway.certificate.IssuedCertificate;
import org.keyway.certificate.KeyAlgorithm;

class SoftCertificateAuthorityTest extends CertificateAuthorityContract {

    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void start() {
        house = new House(folder, false).start();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Override
    protected CertificateAuthority authority() {
        return house.get(CertificateAuthority.class);
    }

    @Override
    protected void known(CertificateRequest request, IssuedCertificate certificate) {
        // it keeps books of its own
    }

    @Override
    protected byte[] crl(KeyAlgorithm algorithm) {
        return authority().crlDer(algorithm);
    }
}
