package org.keyway.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every way out of the house must do, the sandbox as well as the real ones. */
public abstract class MessageSenderContract {

    protected abstract MessageSender sender();

    protected abstract Channel channel();

    protected abstract String address();

    /** Texts (or their parameters) that reached the address. */
    protected abstract List<String> arrived() throws Exception;

    protected abstract void breakDown();

    @Test
    void carriesItsChannelAndDelivers() throws Exception {
        assertThat(sender().carries(channel())).isTrue();
        sender().send(message("m1"));
        assertThat(arrived()).singleElement().asString().contains("XB20261121000017", "01234567");
    }

    @Test
    void aPartnerThatIsDownIsAFailureWithoutWords() {
        breakDown();
        assertThatThrownBy(() -> sender().send(message("m1")))
                .isInstanceOf(SenderFailure.class)
                .hasNoCause()
                .message()
                .doesNotContain("01234567", address());
    }

    protected final MessageSender.Outgoing message(String id) {
        return new MessageSender.Outgoing(
                id,
                "XB20261121000017",
                "auth_code",
                channel(),
                address(),
                "【锁业通】测试",
                "【锁业通】订单 XB20261121000017 的制证授权码：01234567",
                Map.of("orderNo", "XB20261121000017", "secret", "01234567"));
    }
}
