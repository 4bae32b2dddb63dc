package org.keyway.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.keyway.payment.PaymentGateway.Attempt;
import org.keyway.payment.PaymentGateway.RefundCall;
import org.keyway.shared.KeywayClock;
import org.keyway.shared.Notice;

/** What every payment provider must do, the sandbox as well as the real ones. */
public abstract class PaymentGatewayContract {

    /** What is wrong with a notice. */
    public enum Forge {
        NONE,
        SIGNATURE,
        APP
    }

    protected static final String NUMBER = "XB20261121000017P01";
    protected static final long CENTS = 30001;

    protected abstract PaymentGateway gateway();

    /** At the provider, the payer pays. */
    protected abstract void payerPays(String paymentNo);

    /** The provider's notice about a paid attempt. */
    protected abstract Notice notice(String paymentNo, long cents, Forge forge);

    /** The provider answers with errors from now on. */
    protected abstract void breakDown();

    /** What the provider has given back so far, in cents. */
    protected abstract long givenBack();

    @Test
    void opensTheSameAttemptTwiceWithOneEffect() {
        String qr = gateway().open(new Attempt(NUMBER, "XB20261121000017", CENTS));
        assertThat(qr).isNotBlank();
        assertThat(gateway().open(new Attempt(NUMBER, "XB20261121000017", CENTS)))
                .isEqualTo(qr);
    }

    @Test
    void tellsHowAnAttemptStands() {
        assertThat(gateway().query("XB20261121000099P01").state()).isEqualTo(Trade.State.UNKNOWN);
        gateway().open(new Attempt(NUMBER, "XB20261121000017", CENTS));
        assertThat(gateway().query(NUMBER).state()).isEqualTo(Trade.State.WAITING);
        payerPays(NUMBER);
        Trade paid = gateway().query(NUMBER);
        assertThat(paid.state()).isEqualTo(Trade.State.PAID);
        assertThat(paid.amountCents()).isEqualTo(CENTS);
        assertThat(paid.tradeNo()).isNotBlank();
    }

    @Test
    void billsEveryMovementOfTheDay() {
        gateway().open(new Attempt(NUMBER, "XB20261121000017", CENTS));
        assertThat(gateway().bill(today()).orElseThrow()).isEmpty();
        payerPays(NUMBER);
        gateway().refund(new RefundCall(NUMBER + "R1", NUMBER, 10001, CENTS));
        assertThat(gateway().bill(today()).orElseThrow())
                .containsExactlyInAnyOrder(
                        new BillLine(BillLine.Kind.PAYMENT, NUMBER, CENTS),
                        new BillLine(BillLine.Kind.REFUND, NUMBER + "R1", 10001));
        breakDown();
        assertThatThrownBy(() -> gateway().bill(today())).isInstanceOf(GatewayFailure.class);
    }

    private static LocalDate today() {
        return LocalDate.now(KeywayClock.ZONE);
    }

    @Test
    void closesWhatIsOpenAndDoesNotMindWhatIsNot() {
        gateway().close("XB20261121000099P01");
        gateway().open(new Attempt(NUMBER, "XB20261121000017", CENTS));
        gateway().close(NUMBER);
        gateway().close(NUMBER);
        assertThat(gateway().query(NUMBER).state()).isEqualTo(Trade.State.CLOSED);
    }

    @Test
    void givesBackOncePerRefundNumberAndNeverTooMuch() {
        gateway().open(new Attempt(NUMBER, "XB20261121000017", CENTS));
        payerPays(NUMBER);
        RefundCall call = new RefundCall(NUMBER + "R1", NUMBER, 15001, CENTS);
        assertThat(gateway().refund(call)).isEqualTo(RefundStatus.DONE);
        assertThat(gateway().refund(call)).isEqualTo(RefundStatus.DONE);
        assertThat(givenBack()).isEqualTo(15001);
        assertThat(gateway().refund(new RefundCall(NUMBER + "R2", NUMBER, CENTS, CENTS)))
                .isEqualTo(RefundStatus.REFUSED);
        assertThat(givenBack()).isEqualTo(15001);
    }

    @Test
    void readsAGenuineNotice() {
        NoticeReading reading = gateway().read(notice(NUMBER, CENTS, Forge.NONE));
        assertThat(reading).isInstanceOfSatisfying(NoticeReading.Verified.class, verified -> {
            assertThat(verified.noticeId()).isNotBlank();
            assertThat(verified.paymentNo()).isEqualTo(NUMBER);
            assertThat(verified.trade().state()).isEqualTo(Trade.State.PAID);
            assertThat(verified.trade().amountCents()).isEqualTo(CENTS);
            assertThat(verified.kept()).contains(NUMBER).doesNotContain("buyer", "openid");
        });
    }

    @Test
    void refusesANoticeSignedByAStrangerOrMeantForAnother() {
        assertThat(gateway().read(notice(NUMBER, CENTS, Forge.SIGNATURE)))
                .isEqualTo(new NoticeReading.Rejected("SIGNATURE"));
        assertThat(gateway().read(notice(NUMBER, CENTS, Forge.APP))).isEqualTo(new NoticeReading.Rejected("APP"));
    }

    @Test
    void noFlippedBitOfTheBodyGetsThrough() {
        Notice genuine = notice(NUMBER, CENTS, Forge.NONE);
        NoticeReading original = gateway().read(genuine);
        for (int position = 0; position < genuine.body().length; position++) {
            for (int bit = 0; bit < 8; bit += 3) {
                byte[] body = genuine.body().clone();
                body[position] ^= (byte) (1 << bit);
                NoticeReading reading = gateway().read(new Notice(genuine.headers(), body));
                if (reading instanceof NoticeReading.Verified) {
                    assertThat(reading).isEqualTo(original);
                }
            }
        }
    }

    @Test
    void neitherAMissingNorACutSignatureGetsThrough() {
        Notice genuine = notice(NUMBER, CENTS, Forge.NONE);
        assertThat(gateway().read(new Notice(java.util.Map.of(), "{}".getBytes())))
                .isInstanceOf(NoticeReading.Rejected.class);
        byte[] half = java.util.Arrays.copyOf(genuine.body(), genuine.body().length / 2);
        assertThat(gateway().read(new Notice(genuine.headers(), half))).isInstanceOf(NoticeReading.Rejected.class);
    }

    @Test
    void aProviderThatIsDownIsAFailureWithoutItsWords() {
        gateway().open(new Attempt(NUMBER, "XB20261121000017", CENTS));
        breakDown();
        assertThatThrownBy(() -> gateway().query(NUMBER))
                .isInstanceOf(GatewayFailure.class)
                .hasNoCause()
                .message()
                .doesNotContain("very private");
        assertThatThrownBy(() -> gateway().refund(new RefundCall(NUMBER + "R1", NUMBER, 1, CENTS)))
                .isInstanceOf(GatewayFailure.class);
    }
}
