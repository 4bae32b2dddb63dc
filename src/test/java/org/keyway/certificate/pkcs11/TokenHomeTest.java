package org.keyway.certificate.pkcs11;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.AuthorityFailure;
import org.keyway.certificate.CaKeysContract;
import org.keyway.certificate.House;

/** The contract with the RSA keys in SoftHSM; the SM2 keys stay in their file. */
class TokenHomeTest extends CaKeysContract {

    @TempDir
    static Path counters;

    private CaToken token;

    @Override
    protected House house(Path folder) {
        token = token == null ? CaToken.fresh(counters) : token;
        return token.house(folder);
    }

    @Test
    void noRsaKeyLiesInAFile() throws Exception {
        try (House house = house(data).start()) {
            assertThat(house.context.isRunning()).isTrue();
        }
        try (var files = Files.list(data.resolve("ca"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sm2.keys", "token-chain.certs", "token-document-sealer.certs");
        }
    }

    @Test
    void keysDoNotChangeTheirHome() {
        try (House house = house(data).start()) {
            assertThat(house.context.isRunning()).isTrue();
        }
        try (House forgetful = new House(data, false)) {
            assertThatThrownBy(forgetful::start).rootCause().hasMessageContaining("are in a token");
        }
        Path files = data.resolve("elsewhere");
        try (House house = new House(files, false).start()) {
            assertThat(files.resolve("ca/ca.p12")).exists();
        }
        try (House moved = token.house(files)) {
            assertThatThrownBy(moved::start).rootCause().hasMessageContaining("cannot move");
        }
    }

    @Test
    void anotherTokenIsFound() {
        try (House house = house(data).start()) {
            assertThat(house.context.isRunning()).isTrue();
        }
        try (House exchanged = CaToken.fresh(counters).house(data)) {
            assertThatThrownBy(exchanged::start).rootCause().isInstanceOf(AuthorityFailure.class);
        }
    }

    @Test
    void settingsThatAreMissingStopTheStart() {
        assertThatThrownBy(() -> new TokenSettings(true, null, "1", "12345678")).hasMessageContaining("library");
        assertThatThrownBy(() -> new TokenSettings(true, Path.of("x"), " ", "12345678"))
                .hasMessageContaining("serial");
        assertThatThrownBy(() -> new TokenSettings(true, Path.of("x"), "1", "123"))
                .hasMessageContaining("pin");
        assertThat(new TokenSettings(true, Path.of("x"), "1", "12345678").toString())
                .doesNotContain("12345678");
        assertThatThrownBy(() -> new Pkcs11KeyToken(new TokenSettings(true, Path.of("/nowhere.so"), "1", "12345678"))
                        .sign("issuing", new byte[1]))
                .isInstanceOf(AuthorityFailure.class)
                .hasMessageContaining("driver");
    }
}
