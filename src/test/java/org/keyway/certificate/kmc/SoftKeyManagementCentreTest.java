package org.keyway.certificate.kmc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.CertificateRequest;
import org.keyway.certificate.Certificates;
import org.keyway.certificate.EncryptionKeys;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyManagementCentre;
import org.keyway.certificate.KeyManagementCentreContract;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.Requests;

class SoftKeyManagementCentreTest extends KeyManagementCentreContract {

    @TempDir
    static Path folder;

    private static House house;

    @BeforeAll
    static void start() {
        house = new House(folder).start();
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Override
    protected KeyManagementCentre centre() {
        return house.get(KeyManagementCentre.class);
    }

    @Test
    void theCertificateIsForTheDeliveredKeyAndIsMadeOnce() {
        CertificateRequest request = Requests.request(KeyAlgorithm.SM2, "kmc/ENCRYPT", KeyUse.ENCRYPT);
        byte[] signing = Requests.SM2_PAIR.getPublic().getEncoded();
        var first = house.get(EncryptionKeys.class).deliver(request, signing);
        var again = house.get(EncryptionKeys.class).deliver(request, signing);
        assertThat(again.certificate().der()).isEqualTo(first.certificate().der());
        assertThat(first.certificate().x509().getPublicKey().getEncoded())
                .isEqualTo(centre().deliver("kmc/ENCRYPT", signing).publicKey())
                .isNotEqualTo(signing);
        assertThat(house.get(Certificates.class)
                        .find(first.certificate().serial())
                        .use())
                .isEqualTo(KeyUse.ENCRYPT);
    }

    @Test
    void nothingThatIsKeptIsReadableWithoutTheSecret() {
        centre().deliver("kept", Requests.PAIR.getPublic().getEncoded());
        byte[] escrow = house.jdbc
                .sql("select escrow from kmc_key where request_key = 'kept'")
                .query((row, number) -> row.getBytes(1))
                .single();
        // PKCS#8 of RSA starts so and names rsaEncryption
        assertThat(new String(escrow, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(
                        new byte[] {0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7}, StandardCharsets.ISO_8859_1));
    }
}
