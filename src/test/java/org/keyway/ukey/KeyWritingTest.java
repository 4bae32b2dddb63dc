package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.KeyUse;
import org.keyway.certificate.SealState;
import org.keyway.shared.Problem;
import org.keyway.ukey.WriteResult.Refused;
import org.keyway.ukey.WriteResult.Written;
import org.keyway.ukey.sandbox.TokenFault;
import org.keyway.ukey.sandbox.TokenFaults;

class KeyWritingTest {

    @TempDir
    static Path folder;

    private static Desk desk;

    @BeforeAll
    static void build() {
        desk = new Desk(folder).start();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void aKeyIsWrittenShippedAndInUse() {
        WriteOrder order = desk.reserved();
        assertThat(desk.write(order)).isEqualTo(new Written(order.serial()));
        assertThat(desk.house.heard()).contains(new KeyWritten(order.orderNo(), 1, order.serial()));
        assertThat(desk.write(order)).as("again").isEqualTo(new Written(order.serial()));
        assertThat(desk.house.heard().stream().filter(new KeyWritten(order.orderNo(), 1, order.serial())::equals))
                .hasSize(1);
        desk.stock().pack(order.orderNo(), order.serial());
        desk.stock().ship(order.orderNo());
        desk.stock().activate(order.orderNo());
        assertThat(desk.get(Keys.class).ofAccount("zhang")).anySatisfy(key -> {
            assertThat(key.serial()).isEqualTo(order.serial());
            assertThat(key.state()).isEqualTo(KeyStatus.ACTIVE);
            assertThat(key.certificates()).extracting("use").containsExactlyInAnyOrder(KeyUse.SIGN, KeyUse.ENCRYPT);
        });
        assertThat(desk.get(Keys.class).find(order.serial(), "zhao")).isEmpty();
        assertThat(desk.get(TestStamps.class).stamp(order.orderNo(), 1)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = TokenFault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void aFaultLeavesTheJobToBeTriedAgain(TokenFault fault) {
        WriteOrder order = desk.reserved();
        desk.get(TokenFaults.class).inject(order.serial(), fault, 1);
        assertThat(desk.write(order)).isEqualTo(new Refused("UKEY_WRITE_FAILED"));
        assertThat(desk.write(order)).isEqualTo(new Written(order.serial()));
        assertThat(desk.certificates().of(order.orderNo())).hasSize(2);
    }

    @Test
    void unknownAndForeignKeysAreRefused() {
        WriteOrder mine = desk.reserved();
        WriteOrder theirs = desk.reserved();
        assertThat(desk.write(desk.order(mine.orderNo(), "KW00000000000")))
                .isEqualTo(new Refused("UKEY_SERIAL_MISMATCH"));
        assertThat(desk.write(desk.order(mine.orderNo(), theirs.serial())))
                .isEqualTo(new Refused("UKEY_SERIAL_MISMATCH"));
    }

    @Test
    void aKeyThatHoldsSomethingIsRefused() {
        WriteOrder order = desk.reserved();
        try (Token token = desk.get(Tokens.class).open(order.serial())) {
            token.initialize("somebody else", "so-secret".toCharArray(), "12345678".toCharArray());
        }
        assertThat(desk.write(order)).isEqualTo(new Refused("UKEY_NOT_BLANK"));
        assertThat(desk.certificates().of(order.orderNo())).isEmpty();
    }

    @Test
    void aTokenThatWasReplacedHalfwayGetsItsOwnRound() throws Exception {
        WriteOrder order = desk.reserved();
        desk.get(TokenFaults.class).inject(order.serial(), TokenFault.WRITE_ERROR, 1);
        desk.write(order);
        Files.delete(folder.resolve("tokens/" + order.serial() + ".token"));
        assertThat(desk.write(order)).isEqualTo(new Refused("UKEY_WRITE_FAILED"));
        desk.get(Tokens.class).supply(order.serial(), "GM3000");
        assertThat(desk.write(order)).isEqualTo(new Written(order.serial()));
        assertThat(desk.certificates().of(order.orderNo()).stream()
                        .filter(certificate -> certificate.state() == CertificateState.ACTIVE))
                .hasSize(2);
        assertThat(desk.certificates().of(order.orderNo()).stream()
                        .filter(certificate -> certificate.state() == CertificateState.REVOKED))
                .hasSize(2);
    }

    @Test
    void aParcelThatIsLostRevokesAndTheNextKeyIsWritten() {
        WriteOrder order = desk.reserved();
        desk.write(order);
        desk.stock().ship(order.orderNo());
        desk.stock().lost(order.orderNo());
        var lost = desk.get(Keys.class).of(order.orderNo()).get(0);
        assertThat(lost.state()).isEqualTo(KeyStatus.LOST_IN_TRANSIT);
        assertThat(lost.certificates()).allMatch(c -> c.state() == CertificateState.REVOKED);
        assertThat(lost.seal().state()).isEqualTo(SealState.VOID);
        desk.stock().register("GM3000", 1);
        String next = desk.stock().reserve(order.orderNo(), 1).orElseThrow();
        assertThat(next).isNotEqualTo(order.serial());
        String formerPin = desk.get(InitialPins.class).reveal(order.orderNo(), 1);
        assertThat(desk.write(desk.order(order.orderNo(), next))).isEqualTo(new Written(next));
        assertThat(desk.get(InitialPins.class).reveal(order.orderNo(), 1)).isNotEqualTo(formerPin);
    }

    @Test
    void theApplicantWritesAKeyThatWasShippedBlank() {
        WriteOrder order = desk.reserved();
        desk.stock().pack(order.orderNo(), order.serial());
        desk.stock().ship(order.orderNo());
        assertThatThrownBy(() -> desk.stock().activate(order.orderNo())).isInstanceOf(Problem.class);
        assertThat(desk.write(order)).isEqualTo(new Written(order.serial()));
        desk.stock().activate(order.orderNo());
        assertThat(desk.stock().find(order.serial()).status()).isEqualTo(KeyStatus.ACTIVE);
    }
}
