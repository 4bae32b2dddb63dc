package org.keyway.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Problem;

class CsrTest {

    private static final byte[] GOOD = Requests.csr(Requests.PAIR);

    @Test
    void takesTheKeyOfAProvenRequest() throws Exception {
        assertThat(Csr.parse(GOOD).publicKey().getEncoded())
                .isEqualTo(Requests.PAIR.getPublic().getEncoded());
    }

    @Test
    void refusesShortKeys() {
        byte[] weak = Requests.csr(Requests.pair(1024));
        assertThatThrownBy(() -> Csr.parse(weak)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(
                        problem.errors().get(0).code())
                .isEqualTo("certificate.csr.weak"));
    }

    @Property(tries = 2000)
    void randomBytesAreAProblemAndNothingElse(@ForAll byte[] bytes) {
        assertThatThrownBy(() -> Csr.parse(bytes)).isInstanceOf(Problem.class);
    }

    @Property(tries = 2000)
    void oneChangedByteIsAProblem(
            @ForAll @IntRange(max = 3000) int place, @ForAll @IntRange(min = 1, max = 255) int mask) {
        byte[] bad = GOOD.clone();
        bad[place % bad.length] ^= (byte) mask;
        assertThatThrownBy(() -> Csr.parse(bad)).isInstanceOf(Problem.class);
    }

    @Test
    void noByteCanBeChanged() {
        for (int place = 0; place < GOOD.length; place++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = GOOD.clone();
                bad[place] ^= (byte) (1 << bit);
                assertThatThrownBy(() -> Csr.parse(bad))
                        .as("byte %d bit %d", place, bit)
                        .isInstanceOf(Problem.class);
            }
        }
    }

    @Property(tries = 300)
    void aTruncatedRequestIsAProblem(@ForAll @IntRange(max = 3000) int length) {
        byte[] bad = java.util.Arrays.copyOf(GOOD, length % GOOD.length);
        assertThatThrownBy(() -> Csr.parse(bad)).isInstanceOf(Problem.class);
    }
}
