package org.keyway.crash;

import java.util.List;
import java.util.Map;
import org.keyway.acceptance.Keyway;
import org.keyway.acceptance.Paper;
import org.keyway.acceptance.Person;
import org.keyway.crash.Scenario.Habit;

/** The applicant pays: at once, by transfer, too late or never. */
final class Paying {

    private final Scenario scenario;
    private final Keyway keyway;
    private final Applying applying;
    private final Person applicant;
    private final Books books;

    Paying(Scenario scenario, Keyway keyway, Applying applying, Books books) {
        this.scenario = scenario;
        this.keyway = keyway;
        this.applying = applying;
        this.applicant = keyway.as(scenario.account());
        this.books = books;
    }

    boolean pays(String orderNo, String step) {
        if (scenario.has(Habit.TRANSFERS)) {
            return transfers(orderNo, step);
        }
        List<String> open = books.texts(
                "select p.payment_no from payment p join sandbox_payment s on s.payment_no = p.payment_no"
                        + " where p.order_no = ? and p.status <> 'CLOSED'",
                orderNo);
        if (open.isEmpty()) {
            applicant
                    .post("/api/orders/" + orderNo + "/payments", Map.of("method", "SANDBOX"))
                    .expect(201);
            return true;
        }
        return !scenario.has(Habit.NEVER_PAYS) && !scenario.has(Habit.PAYS_LATE) && arrives(open.get(0), 1);
    }

    /** Money that comes when the order is closed; the provider tells it three times. */
    boolean paysLate(String orderNo) {
        return scenario.has(Habit.PAYS_LATE)
                && books.count("select count(*) from refund where order_no = ?", orderNo) == 0
                && arrives(books.text("select payment_no from payment where order_no = ?", orderNo), 3);
    }

    /** Whether everything that money still has to do is done. */
    boolean isSettled(String orderNo) {
        return !scenario.has(Habit.PAYS_LATE)
                || books.count(
                                "select count(*) from message where order_no = ? and template = 'refunded' and status = 'SENT'",
                                orderNo)
                        > 0;
    }

    private boolean arrives(String paymentNo, int times) {
        keyway.as("wang")
                .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID", "repeat", times))
                .expect(200);
        return true;
    }

    private boolean transfers(String orderNo, String step) {
        if (applying.papers(orderNo, "remittance-slip") == 0) {
            applying.attach(orderNo, "remittance-slip", Paper.pdf());
        }
        applicant
                .post("/api/tasks/" + step + "/completion", Map.of("fields", Map.of("method", "BANK_TRANSFER")))
                .expect(200, 202, 204);
        return true;
    }
}
