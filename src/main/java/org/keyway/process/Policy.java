package org.keyway.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.keyway.order.Order;
import org.keyway.order.OrderService;
import org.keyway.order.PolicyTables;
import org.keyway.order.RegionPolicy;
import org.keyway.order.SpecialService;
import org.keyway.payment.RemittanceAccount;
import org.keyway.payment.RemittanceDesk;
import org.springframework.context.annotation.Lazy;

/** What diagrams ask the city's row for: time limits as ISO 8601 durations, due dates in working time. */
@DiagramBean("policy")
public class Policy {

    private final OrderService orders;
    private final PolicyTables tables;
    private final ServiceCatalogue catalogue;
    private final RemittanceDesk remittances;
    private final WorkingTime workingTime;
    private final Clock clock;

    Policy(
            @Lazy OrderService orders,
            PolicyTables tables,
            ServiceCatalogue catalogue,
            @Lazy RemittanceDesk remittances,
            WorkingTime workingTime,
            Clock clock) {
        this.orders = orders;
        this.tables = tables;
        this.catalogue = catalogue;
        this.remittances = remittances;
        this.workingTime = workingTime;
        this.clock = clock;
    }

    /** When the review of this order is due. */
    public Date reviewDueAt(String orderNo) {
        return Date.from(workingTime.after(clock.instant(), row(orderNo).reviewDue()));
    }

    /** Until when the applicant may hand in what is missing. */
    public Date correctionDueAt(String orderNo) {
        return in(row(orderNo).correctionLimit());
    }

    /** Until when the fee can be paid. */
    public Date paymentDueAt(String orderNo) {
        return in(row(orderNo).paymentLimit());
    }

    /** Until when the parcel should be here. */
    public Date receiptDueAt(String orderNo) {
        return in(row(orderNo).receiptLimit());
    }

    /** Until when the applicant should have written the key. */
    public Date selfWriteDueAt(String orderNo) {
        return in(row(orderNo).selfWriteLimit());
    }

    /** When finance should have looked for a bank transfer that was handed in now. */
    public Date remittanceDueAt(String orderNo) {
        Duration within =
                remittances.account().map(RemittanceAccount::checkWithin).orElse(Duration.ofHours(8));
        return Date.from(workingTime.after(clock.instant(), within));
    }

    public String correctionLimit(String orderNo) {
        return row(orderNo).correctionLimit().toString();
    }

    public String paymentReminder(String orderNo) {
        return row(orderNo).paymentReminder().toString();
    }

    public String paymentLimit(String orderNo) {
        return row(orderNo).paymentLimit().toString();
    }

    public String receiptLimit(String orderNo) {
        return row(orderNo).receiptLimit().toString();
    }

    public String selfWriteLimit(String orderNo) {
        return row(orderNo).selfWriteLimit().toString();
    }

    /** Candidate group that does the special service which the order names. */
    public String serviceGroup(String orderNo) {
        Order order = orders.find(orderNo);
        return catalogue
                .of(order.fields(), order.region())
                .map(SpecialService::group)
                .orElseThrow(() -> new IllegalStateException("no special service for " + orderNo));
    }

    /** A term of the table {@code terms}: a time limit as ISO 8601 duration, a number or a word. */
    public String term(String orderNo, String name) {
        Order order = orders.find(orderNo);
        return tables.term(order.line(), order.region(), name)
                .orElseThrow(() -> new IllegalStateException("no term " + name + " for " + order.line()));
    }

    /** When the time limit {@code name} of the table {@code terms} is over, counted from now. */
    public Date dueAt(String orderNo, String name) {
        return in(Duration.parse(term(orderNo, name)));
    }

    /** When the time limit {@code name}, in working hours, is over, counted from now. */
    public Date workDueAt(String orderNo, String name) {
        return Date.from(workingTime.after(clock.instant(), Duration.parse(term(orderNo, name))));
    }

    private Date in(Duration limit) {
        return Date.from(clock.instant().plus(limit));
    }

    private RegionPolicy row(String orderNo) {
        Order order = orders.find(orderNo);
        return tables.region(order.line(), order.region())
                .orElseThrow(() -> new IllegalStateException("no policy for " + order.region()));
    }
}
