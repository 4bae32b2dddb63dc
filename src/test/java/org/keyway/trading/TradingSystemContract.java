package org.keyway.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keyway.shared.Notice;

/** What every trading system must do, the sandbox as well as the real one. */
public abstract class TradingSystemContract {

    protected abstract TradingSystem system();

    /** A notice that the binding was accepted. */
    protected abstract Notice accepted(boolean forged);

    protected abstract void breakDown();

    /** What the system was told about the key, the same notice counted once. */
    protected abstract List<String> keyStates(String keySerial);

    @Test
    void knowsWhoIsApproved() {
        assertThat(system().isCreditApproved("zhang")).isTrue();
        assertThat(system().isCreditApproved("sun")).isFalse();
    }

    @Test
    void takesTheSameRequestTwice() {
        system().requestBinding("XB20261121000017B1", "XB20261121000017", List.of("K1"));
        system().requestBinding("XB20261121000017B1", "XB20261121000017", List.of("K1"));
    }

    @Test
    void takesTheSameKeyStateTwice() {
        system().tellKeyState("GS1-K1-SUSPENDED", "GS20261121000001", "K1", KeyState.SUSPENDED);
        system().tellKeyState("GS1-K1-SUSPENDED", "GS20261121000001", "K1", KeyState.SUSPENDED);
        system().tellKeyState("GS1-K1-ACTIVE", "GS20261121000001", "K1", KeyState.ACTIVE);
        assertThat(keyStates("K1")).containsExactly("SUSPENDED", "ACTIVE");
    }

    @Test
    void noForgedOrFlippedNoticeGetsThrough() {
        Notice genuine = accepted(false);
        assertThat(system().read(genuine))
                .isEqualTo(new TradingNews.Binding("n1", "XB20261121000017", "XB20261121000017B1", true, "ok"));
        assertThat(system().read(accepted(true))).isEqualTo(new TradingNews.Rejected("SIGNATURE"));
        assertThat(system().read(new Notice(Map.of(), genuine.body()))).isInstanceOf(TradingNews.Rejected.class);
        for (int position = 0; position < genuine.body().length; position++) {
            byte[] body = genuine.body().clone();
            body[position] ^= 1;
            assertThat(system().read(new Notice(genuine.headers(), body))).isInstanceOf(TradingNews.Rejected.class);
        }
    }

    @Test
    void aSystemThatIsDownIsAFailureWithoutWords() {
        breakDown();
        assertThatThrownBy(() -> system().isCreditApproved("zhang"))
                .isInstanceOf(TradingFailure.class)
                .hasNoCause();
        assertThatThrownBy(() -> system().tellKeyState("N1", "GS20261121000001", "K1", KeyState.ACTIVE))
                .isInstanceOf(TradingFailure.class);
        assertThatThrownBy(() -> system().requestBinding("B1", "XB20261121000017", List.of("K1")))
                .isInstanceOf(TradingFailure.class);
    }
}
