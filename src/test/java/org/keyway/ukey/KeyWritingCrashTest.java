package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.CertificateState;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.SealState;
import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.soft.QuickTokens;

/** Dies at every single call to token and CA, before it and after it, then writes again: always one pair, one seal. */
class KeyWritingCrashTest {

    @TempDir
    static Path folder;

    private static final Crash CRASH = new Crash();
    private static Desk desk;

    @BeforeAll
    static void build() {
        House house = new House(folder, false, "org.keyway.ukey");
        house.context.registerBean(
                "crashingTokens",
                Tokens.class,
                () -> CRASH.wrap(
                        Tokens.class,
                        QuickTokens.of(
                                house.context.getBean(KeywayProperties.class),
                                house.context.getBean(TokenProperties.class))),
                bean -> bean.setPrimary(true));
        house.context.registerBean(
                "crashingCa",
                CertificateAuthority.class,
                () -> CRASH.wrap(CertificateAuthority.class, house.context.getBean("softCertificateAuthority")),
                bean -> bean.setPrimary(true));
        desk = new Desk(house);
        desk.algorithm = KeyAlgorithm.SM2;
        desk.start();
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @ParameterizedTest(name = "after the effect: {0}")
    @ValueSource(booleans = {false, true})
    void everyPointResumesToOnePair(boolean afterEffect) {
        int point = 0;
        boolean died = true;
        while (died) {
            point++;
            WriteOrder order = desk.reserved();
            CRASH.at(point, afterEffect);
            died = dies(order);
            CRASH.never();
            assertThat(desk.write(order)).isEqualTo(new WriteResult.Written(order.serial()));
            assertOnePair(order, point);
        }
        assertThat(point).as("points tried").isGreaterThan(20);
    }

    private static boolean dies(WriteOrder order) {
        try {
            desk.write(order);
            return false;
        } catch (Crash.Killed killed) {
            return true;
        }
    }

    private static void assertOnePair(WriteOrder order, int point) {
        var key = desk.get(Keys.class).of(order.orderNo()).get(0);
        assertThat(key.state()).as("point %d", point).isEqualTo(KeyStatus.WRITTEN);
        assertThat(key.certificates())
                .as("point %d", point)
                .hasSize(2)
                .allMatch(certificate -> certificate.state() == CertificateState.ACTIVE);
        assertThat(key.seal().state()).isEqualTo(SealState.WRITTEN);
        assertThat(desk.count("certificate_intent where order_no = '" + order.orderNo() + "'"))
                .isEqualTo(2);
        assertThat(desk.count("key_seal where order_no = '" + order.orderNo() + "'"))
                .isOne();
        assertThat(desk.get(TestStamps.class).stamp(order.orderNo(), 1)).isTrue();
    }
}
