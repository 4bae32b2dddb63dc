package org.keyway.portal.page;

import java.util.List;
import org.keyway.order.PolicyTables;
import org.keyway.portal.Wording;
import org.springframework.stereotype.Component;

/** The rule of refunds as people read it before they pay: what goes back at which stage, from the decision table. */
@Component
class RefundRules {

    private static final String BY_APPLICANT = "ORDER_CANCELLED";
    private static final String NOT_BY_APPLICANT = "UKEY_WRITE_FAILED";

    /** One stage and the share that goes back. */
    record Rule(String stage, String share) {}

    private final PolicyTables tables;
    private final Wording wording;

    RefundRules(PolicyTables tables, Wording wording) {
        this.tables = tables;
        this.wording = wording;
    }

    List<Rule> all() {
        return List.of(
                rule("fault", NOT_BY_APPLICANT, "SHIPPED"),
                rule("before-writing", BY_APPLICANT, "BEFORE_WRITING"),
                rule("written", BY_APPLICANT, "WRITTEN"),
                rule("shipped", BY_APPLICANT, "SHIPPED"));
    }

    private Rule rule(String text, String reason, String stage) {
        int percent = tables.refundPercent(reason, stage);
        String share = percent == 100 ? "whole" : percent == 0 ? "nothing" : "part";
        return new Rule(wording.text("refund.stage." + text), wording.text("refund.share." + share, percent));
    }
}
