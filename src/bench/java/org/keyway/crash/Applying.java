package org.keyway.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyway.acceptance.Applicant;
import org.keyway.acceptance.Paper;
import org.keyway.acceptance.Person;

/** The applicant fills in, hands in and corrects; looks first what of it arrived already. */
final class Applying {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Scenario scenario;
    private final Person applicant;
    private final Books books;
    private final Map<String, Object> fields = Applicant.organization();
    /** What no sample says, or one order would be taken for another. */
    private final String mark = "样例路1号办公楼" + NUMBERS.incrementAndGet() + "室";

    Applying(Scenario scenario, Person applicant, Books books) {
        this.scenario = scenario;
        this.applicant = applicant;
        this.books = books;
        fields.putAll(scenario.fields());
        fields.put("organizationAddress", mark);
    }

    /** A draft that was made, though its maker never heard of it, is found again in the list. */
    String draft() {
        List<String> found = books.texts(
                "select order_no from application_order where status = 'DRAFT' and fields like ?", "%" + mark + "%");
        if (!found.isEmpty()) {
            return found.get(0);
        }
        List<String> consents = new ArrayList<>();
        requirements()
                .get("consents")
                .forEach(text -> consents.add(
                        text.get("id").asText() + ":" + text.get("version").asText()));
        fields.put("consents", consents);
        return applicant
                .post("/api/orders", Map.of("line", "new-issuance", "region", scenario.region(), "fields", fields))
                .expect(201)
                .json()
                .get("orderNo")
                .asText();
    }

    void submit(String orderNo) {
        for (JsonNode document : requirements().get("documents")) {
            String type = document.get("type").asText();
            if (document.get("required").asBoolean() && papers(orderNo, type) == 0) {
                List<String> formats = new ArrayList<>();
                document.get("formats").forEach(format -> formats.add(format.asText()));
                attach(orderNo, type, Paper.of(type + "-" + orderNo, formats));
            }
        }
        applicant.post("/api/orders/" + orderNo + "/submission", null).expect(202);
    }

    boolean correct(String orderNo) {
        if (papers(orderNo, "business-licence") == 0) {
            attach(orderNo, "business-licence", Paper.png());
        }
        applicant.post("/api/orders/" + orderNo + "/submission", null).expect(202);
        return true;
    }

    /** Where the stamped form may come later. */
    boolean stamps(String orderNo) {
        if (papers(orderNo, "application-form") == 0) {
            attach(orderNo, "application-form", Paper.pdf());
        }
        return true;
    }

    void attach(String orderNo, String type, Paper paper) {
        applicant.upload("/api/orders/" + orderNo + "/attachments", type, paper).expect(201);
    }

    long papers(String orderNo, String type) {
        return books.count(
                "select count(*) from attachment where removed_at is null and type = ? and order_no = ?"
                        + " and round = (select round from application_order where order_no = attachment.order_no)",
                type,
                orderNo);
    }

    private JsonNode requirements() {
        return applicant
                .get("/api/lines/new-issuance/requirements?region=" + scenario.region() + "&holderType="
                        + fields.get("holderType") + "&lockKind=MAIN&years=1&quantity=" + fields.get("quantity")
                        + "&deliveryMode=" + fields.get("deliveryMode") + "&freight=" + fields.get("freight"))
                .expect(200)
                .json();
    }
}
