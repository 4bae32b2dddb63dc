package org.keyway.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.keyway.acceptance.Answer;
import org.keyway.acceptance.Applicant;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.Keyway;
import org.keyway.acceptance.Paper;
import org.keyway.acceptance.Person;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * People who never know whether their last click arrived: they look where the order stands and do what comes next. The
 * same walk goes on after every death.
 */
public final class Walk {

    /** An open step of the order. */
    record Step(String id, String key) {}

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Scenario scenario;
    private final String address = "样例路1号测试大厦" + NUMBERS.incrementAndGet() + "楼";
    private final Keyway keyway;
    private final Person applicant;
    private final JdbcClient database;
    private volatile String orderNo;

    public Walk(Scenario scenario, Keyway keyway, JdbcClient database) {
        this.scenario = scenario;
        this.keyway = keyway;
        this.applicant = keyway.as(scenario.account());
        this.database = database;
    }

    /** What the order should leave behind is that of this scenario. */
    public Scenario scenario() {
        return scenario;
    }

    public String orderNo() {
        return orderNo;
    }

    /** Does what can be done now; answers whether anything was tried. */
    public boolean next() {
        if (orderNo == null) {
            orderNo = drafted();
            return true;
        }
        if (text("select status from application_order where order_no = ?").equals("DRAFT")) {
            submit();
            return true;
        }
        List<Step> open = database.sql(
                        "select id, step_key from order_step where order_no = ? and handled_at is null order by received_at")
                .param(orderNo)
                .query((row, n) -> new Step(row.getString("id"), row.getString("step_key")))
                .list();
        return !open.isEmpty() && act(open.get(0));
    }

    public boolean isOver() {
        return orderNo != null
                && scenario.end().equals(text("select status from application_order where order_no = ?"))
                && count("select count(*) from act_hi_procinst where business_key_ = ? and end_time_ is null") == 0;
    }

    /** A draft that was made, though its maker never heard of it, is found again in the list. */
    private String drafted() {
        List<String> found = database.sql(
                        "select order_no from application_order where status = 'DRAFT' and fields like ?")
                .param("%" + address + "%")
                .query(String.class)
                .list();
        if (!found.isEmpty()) {
            return found.get(0);
        }
        Map<String, Object> fields = Applicant.organization();
        fields.putAll(scenario.fields());
        fields.put("consigneeAddress", address);
        fields.put("consents", consents(fields));
        return applicant
                .post("/api/orders", Map.of("line", "new-issuance", "region", scenario.region(), "fields", fields))
                .expect(201)
                .json()
                .get("orderNo")
                .asText();
    }

    private List<String> consents(Map<String, Object> fields) {
        List<String> consents = new ArrayList<>();
        requirements(fields)
                .get("consents")
                .forEach(text -> consents.add(
                        text.get("id").asText() + ":" + text.get("version").asText()));
        return consents;
    }

    private JsonNode requirements(Map<String, Object> fields) {
        return applicant
                .get("/api/lines/new-issuance/requirements?region=" + scenario.region() + "&holderType="
                        + fields.get("holderType") + "&lockKind=MAIN&years=1&quantity=1&deliveryMode="
                        + fields.get("deliveryMode") + "&freight=" + fields.get("freight"))
                .expect(200)
                .json();
    }

    private void submit() {
        Map<String, Object> fields = Applicant.organization();
        fields.putAll(scenario.fields());
        for (JsonNode document : requirements(fields).get("documents")) {
            String type = document.get("type").asText();
            if (document.get("required").asBoolean() && papers(type) == 0) {
                List<String> formats = new ArrayList<>();
                document.get("formats").forEach(format -> formats.add(format.asText()));
                applicant
                        .upload(
                                "/api/orders/" + orderNo + "/attachments",
                                type,
                                Paper.of(type + "-" + orderNo, formats))
                        .expect(201);
            }
        }
        applicant.post("/api/orders/" + orderNo + "/submission", null).expect(202);
    }

    private long papers(String type) {
        return count("select count(*) from attachment where removed_at is null and type = '" + type
                + "' and round = (select round from application_order where order_no = attachment.order_no)"
                + " and order_no = ?");
    }

    private boolean act(Step step) {
        return switch (step.key()) {
            case "Task_Pay" -> pay();
            case "Task_CorrectApplication" -> correct();
            case "Task_ConfirmReceipt" -> receive(step);
            case "Task_WriteOwnKey" -> done(step, Map.of("keySerial", serial(), "authorizationCode", code()));
            case "Task_FixAddress" -> done(step, Map.of("consigneeAddress", "样例路3号门卫代收"));
            case "Task_BindKey", "Task_TestStamp" -> done(step, Map.of());
            case "Task_WriteKey", "Task_PackParcel" -> done("feng", step, Map.of("keySerial", serial()));
            case "Task_HandOver" -> done("feng", step, Map.of("reason", "本人持身份证领取"));
            case "Task_ConfirmBinding" -> done("chu", step, Map.of("decision", "APPROVE"));
            case "Task_ReviewApplication" -> review(step);
            default -> throw new IllegalStateException("nobody does " + step.key());
        };
    }

    private boolean review(Step step) {
        long before = count("select count(*) from review_decision where order_no = ?");
        return done("li", step, scenario.decisions().get((int) before));
    }

    private boolean correct() {
        if (papers("business-licence") == 0) {
            applicant
                    .upload("/api/orders/" + orderNo + "/attachments", "business-licence", Paper.png())
                    .expect(201);
        }
        applicant.post("/api/orders/" + orderNo + "/submission", null).expect(202);
        return true;
    }

    private boolean pay() {
        List<String> open = database.sql("select payment_no from payment where order_no = ? and status <> 'CLOSED'")
                .param(orderNo)
                .query(String.class)
                .list();
        String paymentNo = open.isEmpty()
                ? applicant
                        .post("/api/orders/" + orderNo + "/payments", Map.of("method", "SANDBOX"))
                        .expect(201)
                        .json()
                        .get("paymentNo")
                        .asText()
                : open.get(0);
        keyway.as("wang")
                .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID"))
                .expect(200);
        return true;
    }

    private boolean receive(Step step) {
        String waybill = text("select waybill_no from parcel where order_no = ? order by round desc limit 1");
        long parcels = count("select count(*) from parcel where order_no = ?");
        List<String> events = parcels == 1 ? scenario.route() : List.of("PICKED_UP", "DELIVERED");
        for (String event : events) {
            if (count("select count(*) from parcel_event e where kind = '" + event + "' and waybill_no = '" + waybill
                            + "' and ? is not null")
                    == 0) {
                keyway.as("feng")
                        .post("/sandbox/parcels/" + waybill, Map.of("event", event))
                        .expect(200);
            }
        }
        return !events.contains("DELIVERED") || done(step, Map.of());
    }

    private String serial() {
        return text(
                "select serial from key_device where order_no = ? and status not in ('LOST', 'VOID') order by serial"
                        + " limit 1");
    }

    /** The newest code in the applicant's phone. */
    private String code() {
        String sms = text("select text from sandbox_message where order_no = ? and template = 'auth_code'"
                + " order by at desc limit 1");
        return java.util.regex.Pattern.compile("[0-9A-Z]{6,16}")
                .matcher(sms.replace(orderNo, ""))
                .results()
                .map(java.util.regex.MatchResult::group)
                .findFirst()
                .orElseThrow();
    }

    /** The applicant's own step. */
    private boolean done(Step step, Map<String, String> fields) {
        applicant
                .post("/api/tasks/" + step.id() + "/completion", Map.of("fields", fields))
                .expect(200, 202, 204);
        return true;
    }

    /** A step of staff, as Tasklist does it. */
    private boolean done(String account, Step step, Map<String, String> variables) {
        Person staff = keyway.as(account);
        if (text("select coalesce(assignee, '') from order_step where id = '" + step.id() + "' and order_no = ?")
                .isEmpty()) {
            Map<String, String> who = new HashMap<>(Map.of("userId", account));
            staff.post("/engine-rest/task/" + step.id() + "/claim", who).expect(204);
        }
        Answer answer = Case.complete(staff, step.id(), variables);
        answer.expect(200, 204);
        return true;
    }

    private String text(String sql) {
        return database.sql(sql).param(orderNo).query(String.class).optional().orElse("");
    }

    private long count(String sql) {
        return database.sql(sql).param(orderNo).query(Long.class).single();
    }
}
