package org.keyway.review;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.keyway.order.Fields;
import org.keyway.review.Prechecks.Finding;
import org.keyway.subscriber.Subscriber;

/** Compares names and codes of the form with the account and with each other; width and spaces do not matter. */
final class NameChecks {

    private NameChecks() {}

    /** The form against what was registered. */
    static List<Finding> of(Subscriber account, Fields fields) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("applicant", "credit-approved", account.creditApproved()));
        compare("organizationName", account.organizationName(), "same-as-registered", fields, findings);
        compare("uscc", account.uscc(), "same-as-registered", fields, findings);
        compare("legalRepresentative", account.legalRepresentative(), "same-as-registered", fields, findings);
        return findings;
    }

    /** The invoice against the organisation; people without an organisation may name whom they like. */
    static List<Finding> ofInvoice(Fields fields) {
        List<Finding> findings = new ArrayList<>();
        String name = fields.text("organizationName").orElse(null);
        compare("invoiceTitle", name, "same-as-organization", fields, findings);
        if (name != null) {
            compare("invoiceTaxNumber", fields.text("uscc").orElse(null), "same-as-organization", fields, findings);
        }
        return findings;
    }

    private static void compare(String field, String expected, String code, Fields fields, List<Finding> findings) {
        if (expected != null) {
            fields.text(field)
                    .ifPresent(value ->
                            findings.add(new Finding(field, code, plain(value).equals(plain(expected)))));
        }
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", "");
    }
}
