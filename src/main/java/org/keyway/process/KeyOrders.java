package org.keyway.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.keyway.certificate.CertificateView;
import org.keyway.certificate.HolderName;
import org.keyway.certificate.KeyAlgorithm;
import org.keyway.certificate.SealView;
import org.keyway.certificate.Seals;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.shared.KeywayClock;
import org.keyway.ukey.KeyClaims;
import org.keyway.ukey.KeyStock;
import org.keyway.ukey.WriteKind;
import org.keyway.ukey.WriteOrder;
import org.keyway.ukey.WriteSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Says what is to be written on the keys of an order, and until when it is to be valid. */
@Component
public class KeyOrders {

    private final OrderService orders;
    private final KeyStock stock;
    private final KeyClaims claims;
    private final KeyRules rules;
    private final KeyHolders holders;
    private final Seals seals;
    private final PolicyTables tables;
    private final Clock clock;

    KeyOrders(
            @Lazy OrderService orders,
            KeyStock stock,
            KeyClaims claims,
            KeyRules rules,
            KeyHolders holders,
            Seals seals,
            @Lazy PolicyTables tables,
            Clock clock) {
        this.orders = orders;
        this.stock = stock;
        this.claims = claims;
        this.rules = rules;
        this.holders = holders;
        this.seals = seals;
        this.tables = tables;
        this.clock = clock;
    }

    /** From now on the order works on the key that it names, if it names one. */
    public void claim(Order order) {
        rules.serial(order).ifPresent(serial -> claims.claim(order.orderNo(), 0, serial));
    }

    /** The key in use that the order is about; it named one when it was submitted. */
    public Optional<String> claimed(String orderNo) {
        return claims.of(orderNo).stream().findFirst();
    }

    /** Which key of the order this device is. */
    Optional<Integer> indexOf(String orderNo, String serial) {
        return stock.concernedBy(orderNo).stream()
                .filter(key -> key.serial().equals(serial))
                .map(key -> orderNo.equals(key.orderNo()) ? key.keyIndex() : 0)
                .findFirst();
    }

    /** The job for one key; {@code writeMode} as in the city's row. */
    public WriteOrder writeOrder(String orderNo, int keyIndex, String serial, String writeMode) {
        Order order = orders.find(orderNo);
        WriteKind kind = kind(order);
        return new WriteOrder(
                kind,
                orderNo,
                keyIndex,
                serial,
                order.applicant(),
                holder(
                        order.line() == BusinessLine.CHANGE
                                ? order.fields().with(KeyHolders.changes(order.fields()))
                                : order.fields()),
                order.fields().number("years", 1),
                until(order, kind),
                WriteSource.valueOf(writeMode),
                algorithm(order));
    }

    /** The row for main or further locks, else the row for all, of the table {@code terms}; RSA without any. */
    private KeyAlgorithm algorithm(Order order) {
        String kind = order.fields().text("lockKind").orElse("MAIN");
        return tables.term(order.line(), order.region(), "keyAlgorithm." + kind)
                .or(() -> tables.term(order.line(), order.region(), "keyAlgorithm"))
                .map(KeyAlgorithm::valueOf)
                .orElse(KeyAlgorithm.RSA_2048);
    }

    private static WriteKind kind(Order order) {
        boolean anotherDevice =
                order.fields().text("newKey").filter("true"::equals).isPresent();
        return switch (order.line()) {
            case RENEWAL -> WriteKind.RENEW;
            case CHANGE -> WriteKind.MODIFY;
            case ANNUAL_INSPECTION -> WriteKind.RESEAL;
            case REPLACEMENT -> anotherDevice ? WriteKind.ISSUE : WriteKind.REKEY;
            default -> WriteKind.ISSUE;
        };
    }

    private static HolderName holder(Fields fields) {
        boolean individual =
                fields.text("holderType").filter("INDIVIDUAL"::equals).isPresent();
        String person = individual
                ? fields.text("handlerName").orElseThrow()
                : fields.text("legalRepresentative").orElseThrow();
        return new HolderName(
                individual ? null : fields.text("organizationName").orElseThrow(),
                individual ? null : fields.text("uscc").orElseThrow(),
                person,
                fields.text("lockKind").filter("SUB"::equals).isPresent());
    }

    /** A renewal adds its years to the old end, everything else keeps the old end; a first issue counts from now. */
    private Instant until(Order order, WriteKind kind) {
        Optional<String> former = claimed(order.orderNo());
        if (order.line() == BusinessLine.NEW_ISSUANCE || former.isEmpty()) {
            return null;
        }
        int years = order.fields().number("years", 1);
        Optional<Instant> certificateEnd = holders.signing(former.get())
                .filter(each -> !each.orderNo().equals(order.orderNo()))
                .map(CertificateView::notAfter);
        return switch (kind) {
            case RENEW -> later(certificateEnd, years);
            case RESEAL -> later(seals.ofKey(former.get()).map(SealView::notAfter), years);
            default -> certificateEnd.filter(clock.instant()::isBefore).orElse(null);
        };
    }

    private Instant later(Optional<Instant> end, int years) {
        Instant now = clock.instant();
        Instant from = end.filter(now::isBefore).orElse(now);
        return ZonedDateTime.ofInstant(from, KeywayClock.ZONE).plusYears(years).toInstant();
    }
}
