package org.keyway.order;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.keyway.shared.AuditRecord;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What applicants decided about writing a key while bids that need its old contents are not opened yet. */
@Service
public class BidConsents {

    /** Write at once, or wait for the opening though the certificate ends before. */
    public enum Choice {
        NOW,
        WAIT
    }

    private static final String TEXT = "bid-opening-notice";

    private final JdbcClient jdbc;
    private final ConsentTexts texts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    BidConsents(JdbcClient jdbc, ConsentTexts texts, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the choice was made: in a step of the order, or, for writing at once, in the application itself. */
    public boolean isGiven(Order order, Choice choice) {
        return choice == Choice.NOW && inApplication(order) || recorded(order.orderNo(), choice);
    }

    /** Records the choice with the version of the text that it was made on; repeating it changes nothing. */
    @Transactional
    public void record(Order order, Choice choice) {
        if (recorded(order.orderNo(), choice)) {
            return;
        }
        String version = texts.find(TEXT).map(Consent::version).orElseThrow();
        jdbc.sql("insert into bid_consent (order_no, choice, text_version, given_by, given_at) values (?, ?, ?, ?, ?)")
                .params(order.orderNo(), choice.name(), version, order.applicant(), OffsetDateTime.now(clock))
                .update();
        events.publishEvent(new AuditRecord(
                order.applicant(), "bid.decided", order.orderNo(), choice + " " + TEXT + ":" + version));
    }

    private static boolean inApplication(Order order) {
        return order.fields().text("bidConsent").filter("true"::equals).isPresent()
                || order.fields().list("consents").stream().anyMatch(mark -> mark.startsWith(TEXT + ":"));
    }

    private boolean recorded(String orderNo, Choice choice) {
        return jdbc.sql("select count(*) from bid_consent where order_no = ? and choice = ?")
                        .params(orderNo, choice.name())
                        .query(Long.class)
                        .single()
                > 0;
    }
}
