package org.keyway.ukey;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.CertificateAuthority;
import org.keyway.certificate.House;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.shared.KeywayProperties;
import org.keyway.ukey.soft.QuickTokens;

/** A writing desk with SM2 keys plugged in at an agent elsewhere; CA and keys die at the point that a test names. */
abstract class AgentBench {

    static final Crash CRASH = new Crash();

    @TempDir
    static Path folder;

    static Desk desk;
    static Tokens plugged;

    @BeforeAll
    static void build() {
        House house = new House(folder, false, "org.keyway.ukey");
        house.context.registerBean(
                "crashingCa",
                CertificateAuthority.class,
                () -> CRASH.wrap(CertificateAuthority.class, house.context.getBean("softCertificateAuthority")),
                bean -> bean.setPrimary(true));
        desk = new Desk(house).start();
        desk.algorithm = KeyAlgorithm.SM2;
        plugged = CRASH.wrap(
                Tokens.class, QuickTokens.of(desk.get(KeywayProperties.class), desk.get(TokenProperties.class)));
    }

    @AfterEach
    void calm() {
        CRASH.never();
        desk.house.clock.reset();
    }

    @AfterAll
    static void close() {
        desk.close();
    }
}
