package org.keyway.process;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.payment.PaymentService;
import org.keyway.payment.PaymentView;
import org.keyway.ukey.GivenUpKeys;
import org.keyway.ukey.GivenUpKeys.GivenUp;
import org.keyway.ukey.KeyWriting;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Which keys of an order are still to be made, and what one of them has cost. */
@Component
public class KeysToMake {

    private static final String GIVEN_UP = "KEY_GIVEN_UP:";
    private static final String WRITE_FAILED = "UKEY_WRITE_FAILED";

    private final OrderService orders;
    private final DecisionTables tables;
    private final RefundTable shares;
    private final PaymentService payments;
    private final GivenUpKeys givenUp;
    private final KeyWriting writing;

    KeysToMake(
            @Lazy OrderService orders,
            DecisionTables tables,
            RefundTable shares,
            @Lazy PaymentService payments,
            GivenUpKeys givenUp,
            KeyWriting writing) {
        this.orders = orders;
        this.tables = tables;
        this.shares = shares;
        this.payments = payments;
        this.givenUp = givenUp;
        this.writing = writing;
    }

    /** Indexes of the keys that were not given up, from 0. */
    public List<Integer> of(String orderNo) {
        List<Integer> gone = givenUp.of(orderNo).stream().map(GivenUp::keyIndex).toList();
        return IntStream.range(0, total(orders.find(orderNo)))
                .boxed()
                .filter(index -> !gone.contains(index))
                .toList();
    }

    boolean hasOthers(String orderNo, int keyIndex) {
        return of(orderNo).stream().anyMatch(index -> index != keyIndex);
    }

    boolean mayRetry(String orderNo, int keyIndex) {
        Order order = orders.find(orderNo);
        int times = tables.term(order.line(), order.region(), "writeRetries")
                .map(Integer::parseInt)
                .orElse(0);
        return writing.mayRetry(orderNo, keyIndex, times);
    }

    /** Under which the money for this key goes back; once per key. */
    public static String refundReason(int keyIndex) {
        return GIVEN_UP + (keyIndex + 1);
    }

    static boolean isOfOneKey(String refundReason) {
        return refundReason.startsWith(GIVEN_UP);
    }

    /**
     * What goes back for one key, in CNY cents: the part of the payment by which the fee table makes one key less
     * cheaper, times the share of the table of refunds.
     */
    public long refundCents(String orderNo, int keyIndex) {
        Order order = orders.find(orderNo);
        long paid = payments.of(orderNo).map(PaymentView::amountCents).orElse(0L);
        int before = total(order)
                - (int) givenUp.of(orderNo).stream()
                        .filter(key -> key.keyIndex() != keyIndex)
                        .count();
        long whole = fee(order, total(order));
        long part = fee(order, before) - fee(order, before - 1);
        return whole == 0 ? 0 : (paid * part * shares.percent(order, WRITE_FAILED) / whole + 50) / 100;
    }

    private long fee(Order order, int quantity) {
        if (quantity == 0) {
            return 0;
        }
        Fields fields = order.fields().with(new Fields(Map.of("quantity", quantity)));
        return tables.feeCents(order.line(), order.region(), fields).orElse(0L);
    }

    private static int total(Order order) {
        return order.fields().number("quantity", 1);
    }
}
