package org.keyway.ukey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.KeyUse;
import org.keyway.shared.Problem;

/** A key that was lost answers a question of the server while it is still on hold. */
class KeyChallengesTest {

    @TempDir
    static Path folder;

    private static Desk desk;
    private static KeyChallenges challenges;

    @BeforeAll
    static void build() {
        desk = new Desk(folder).start();
        desk.algorithm = KeyAlgorithm.SM2;
        challenges = desk.get(KeyChallenges.class);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    @Test
    void isAnsweredOnceByTheKeyOfTheOrder() {
        KeyInUse key = KeyInUse.of(desk);
        String order = key.locked();
        desk.get(KeyLifecycle.class).hold(key.serial(), order);
        byte[] former = signed(key, challenges.ask(order, key.serial()));
        byte[] signature = signed(key, challenges.ask(order, key.serial()));
        refused(order, key, former);
        refused(order, KeyInUse.of(desk), signature);
        refused(order, key, null);
        assertThat(challenges.isAnswered(order)).isFalse();
        challenges.answer(order, key.serial(), signature);
        assertThat(challenges.isAnswered(order)).isTrue();
        refused(order, key, signature);
        challenges.forget(order);
        assertThat(challenges.isAnswered(order)).isFalse();
    }

    @Test
    void isAskedOfNoOtherKeyAndNotAnsweredByARevokedOne() {
        KeyInUse key = KeyInUse.of(desk);
        String order = key.locked();
        assertThatThrownBy(() -> challenges.ask(order, KeyInUse.of(desk).serial()))
                .isInstanceOf(Problem.class);
        byte[] signature = signed(key, challenges.ask(order, key.serial()));
        desk.certificates().revokeKey(key.serial(), org.keyway.certificate.RevocationReason.KEY_COMPROMISE);
        refused(order, key, signature);
    }

    private static byte[] signed(KeyInUse key, byte[] content) {
        try (Token token = desk.get(Tokens.class).open(key.serial())) {
            token.login(key.pin());
            return token.sign(KeyUse.SIGN, content);
        }
    }

    private static void refused(String order, KeyInUse key, byte[] signature) {
        assertThatThrownBy(() -> challenges.answer(order, key.serial(), signature))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("ukey.challenge.refused"));
    }
}
