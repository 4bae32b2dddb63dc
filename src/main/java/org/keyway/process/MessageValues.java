package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.keyway.order.CaseList;
import org.keyway.order.CaseRow;
import org.keyway.order.Order;
import org.keyway.order.RegionPolicy;
import org.keyway.payment.PaymentService;
import org.keyway.payment.Remittance;
import org.keyway.payment.RemittanceDesk;
import org.keyway.review.Reviews;
import org.keyway.shared.KeywayClock;
import org.keyway.shipping.Parcels;
import org.keyway.ukey.KeyDevice;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.LossHold;
import org.keyway.ukey.LossHolds;
import org.keyway.ukey.UnlockSlots;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** The values that message templates may name; none of them is a code, PIN or ID number. */
@Component
class MessageValues {

    private static final DateTimeFormatter DEADLINE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(KeywayClock.ZONE);

    private final DecisionTables tables;
    private final CaseList cases;
    private final Reviews reviews;
    private final PaymentService payments;
    private final RemittanceDesk remittances;
    private final Parcels parcels;
    private final KeyStock stock;
    private final LossHolds losses;
    private final UnlockSlots slots;
    private final Clock clock;
    private final MessageSourceAccessor wording;

    MessageValues(
            DecisionTables tables,
            CaseList cases,
            @Lazy Reviews reviews,
            PaymentService payments,
            RemittanceDesk remittances,
            Parcels parcels,
            KeyStock stock,
            LossHolds losses,
            UnlockSlots slots,
            Clock clock,
            MessageSource wording) {
        this.tables = tables;
        this.cases = cases;
        this.reviews = reviews;
        this.payments = payments;
        this.remittances = remittances;
        this.parcels = parcels;
        this.stock = stock;
        this.losses = losses;
        this.slots = slots;
        this.clock = clock;
        this.wording = new MessageSourceAccessor(wording);
    }

    /** All values of an order for one template. */
    Map<String, String> of(Order order, String template) {
        RegionPolicy policy = tables.region(order.line(), order.region()).orElseThrow();
        Map<String, String> values = new HashMap<>();
        values.put("orderNo", order.orderNo());
        values.put("line", wording.getMessage("line." + order.line().slug()));
        values.put("organizationName", name(order));
        values.put("deadline", DEADLINE.format(deadline(order, policy, template)));
        values.put("pickupPlace", wording.getMessage("pickup.place", new Object[] {policy.city()}));
        values.put("defects", reviews.returnedText(order));
        values.put(
                "reason",
                template.equals("remittance_problem")
                        ? remittances
                                .of(order.orderNo())
                                .map(Remittance::reason)
                                .orElse("")
                        : cases.find(order.orderNo()).map(CaseRow::defectText).orElse(""));
        values.put("amount", amount(order.orderNo(), template));
        values.put(
                "keySerial",
                stock.concernedBy(order.orderNo()).stream()
                        .map(KeyDevice::serial)
                        .collect(Collectors.joining(", ")));
        values.put("slot", slots.of(order.orderNo()).map(DEADLINE::format).orElse(""));
        parcels.of(order.orderNo()).ifPresent(parcel -> {
            values.put("waybillNo", parcel.waybillNo() == null ? "" : parcel.waybillNo());
            values.put("carrier", wording.getMessage("carrier." + parcel.carrier(), parcel.carrier()));
        });
        return values;
    }

    private static String name(Order order) {
        return order.fields()
                .text("organizationName")
                .or(() -> order.fields().text("handlerName"))
                .orElse("");
    }

    private Instant deadline(Order order, RegionPolicy policy, String template) {
        return template.startsWith("hold_")
                ? losses.of(order.orderNo()).map(LossHold::holdUntil).orElseThrow()
                : clock.instant().plus(limit(policy, template));
    }

    private static Duration limit(RegionPolicy policy, String template) {
        return switch (template) {
            case "review_returned" -> policy.correctionLimit();
            case "auth_code", "self_write_ready" -> policy.selfWriteLimit();
            default -> policy.paymentLimit();
        };
    }

    private String amount(String orderNo, String template) {
        long cents = payments.of(orderNo)
                .map(payment -> template.equals("refunded") ? payment.refundedCents() : payment.amountCents())
                .or(() -> payments.dueCents(orderNo))
                .orElse(0L);
        return String.format("%d.%02d", cents / 100, cents % 100);
    }
}
