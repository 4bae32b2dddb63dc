package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One order and what people do with it, in the words of the contract. */
public final class Case {

    /** Fields that decide about papers and fee. */
    private static final List<String> ASKED = List.of(
            "holderType",
            "lockKind",
            "years",
            "quantity",
            "deliveryMode",
            "freight",
            "newKey",
            "changeTypes",
            "replacementReason",
            "unlockMode",
            "lossOperation",
            "service");

    private final Keyway keyway;
    private final String line;
    private final Person applicant;
    private final String region;
    private final Map<String, Object> fields;
    private JsonNode requirements;
    private String orderNo;

    private Case(Keyway keyway, String line, String account, String region, Map<String, Object> fields) {
        this.keyway = keyway;
        this.line = line;
        this.applicant = keyway.as(account);
        this.region = region;
        this.fields = new LinkedHashMap<>(fields);
    }

    /** A draft with all papers and consents that the city asks for, not handed in yet. */
    public static Case drafted(Keyway keyway, String account, String region, Map<String, Object> changes) {
        Map<String, Object> fields = Applicant.organization();
        fields.putAll(changes);
        Case order = new Case(keyway, "new-issuance", account, region, fields);
        for (int key = Integer.parseInt(fields.get("quantity").toString()); key > 0; key--) {
            order.blankKey();
        }
        order.draft();
        order.requirements.get("documents").forEach(order::add);
        return order;
    }

    /** A draft on any line with just these fields, all papers and consents that the city asks for. */
    public static Case drafted(Keyway keyway, String line, String account, String region, Map<String, Object> fields) {
        Case order = new Case(keyway, line, account, region, fields);
        order.draft();
        order.requirements.get("documents").forEach(order::add);
        return order;
    }

    /** An order that somebody else filed for this account. */
    public static Case known(Keyway keyway, String line, String account, String orderNo) {
        Case order = new Case(keyway, line, account, "", Map.of());
        order.orderNo = orderNo;
        return order;
    }

    /** A complete application that was handed in. */
    public static Case submitted(Keyway keyway, String account, String region, Map<String, Object> changes) {
        Case order = drafted(keyway, account, region, changes);
        order.isSubmitted();
        return order;
    }

    private void draft() {
        StringBuilder query = new StringBuilder("?region=" + region);
        ASKED.stream()
                .filter(fields::containsKey)
                .forEach(name -> query.append('&').append(name).append('=').append(text(fields.get(name))));
        requirements = applicant
                .get("/api/lines/" + line + "/requirements" + query)
                .expect(200)
                .json();
        List<String> consents = new ArrayList<>();
        requirements
                .get("consents")
                .forEach(text -> consents.add(
                        text.get("id").asText() + ":" + text.get("version").asText()));
        fields.put("consents", consents);
        Answer draft = applicant.post("/api/orders", Map.of("line", line, "region", region, "fields", fields));
        JsonNode body = draft.expect(201).json();
        assertThat(body.get("status").asText()).isEqualTo("DRAFT");
        orderNo = body.get("orderNo").asText();
        assertThat(orderNo).matches("[A-Z]{2}\\d{8}\\d{6}");
    }

    private static String text(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    private void add(JsonNode document) {
        if (document.get("required").asBoolean()) {
            List<String> formats = new ArrayList<>();
            document.get("formats").forEach(format -> formats.add(format.asText()));
            attach(document.get("type").asText(), Paper.of(document.get("type").asText(), formats))
                    .expect(201);
        }
    }

    public Answer attach(String type, Paper paper) {
        return applicant.upload(path("/attachments"), type, paper);
    }

    public Case isSubmitted() {
        applicant.post(path("/submission"), null).expect(202);
        return this;
    }

    public Case becomes(String status) {
        Keyway.eventually(
                () -> read().get("status").asText().equals(status) ? status : null,
                () -> orderNo + " does not become " + status + ": " + explain());
        return this;
    }

    /** The order says whose turn it is. */
    public Case waitsFor(String group) {
        Keyway.eventually(
                () -> read().at("/waitingFor/group").asText().equals(group) ? group : null,
                () -> orderNo + " does not wait for " + group + ": " + explain());
        return this;
    }

    /** Customer service claims and decides, as Tasklist does. */
    public Case isReviewed(String reviewer, String decision, String reason, String defects) {
        Map<String, String> variables = new LinkedHashMap<>(Map.of("decision", decision));
        if (reason != null) {
            variables.put("reason", reason);
        }
        if (defects != null) {
            variables.put("defects", defects);
        }
        return isDoneBy(reviewer, "Task_ReviewApplication", variables);
    }

    public Case isApproved() {
        return isReviewed("li", "APPROVE", null, null);
    }

    /** A member of staff claims and completes the step through the engine's REST API. */
    public Case isDoneBy(String account, String step, Map<String, String> variables) {
        String id = staffTask(account, step);
        Person staff = keyway.as(account);
        staff.post("/engine-rest/task/" + id + "/claim", Map.of("userId", account))
                .expect(204);
        complete(staff, id, variables).expect(200, 204);
        return this;
    }

    /** Id of the open step, once it is there. */
    public String staffTask(String account, String step) {
        return Keyway.eventually(
                () -> {
                    JsonNode tasks = keyway.as(account)
                            .get("/engine-rest/task?taskDefinitionKey=" + step + "&processInstanceBusinessKey="
                                    + orderNo)
                            .expect(200)
                            .json();
                    return tasks.isEmpty() ? null : tasks.get(0).get("id").asText();
                },
                () -> account + " sees no " + step + " of " + orderNo + ": " + explain());
    }

    public static Answer complete(Person staff, String task, Map<String, String> variables) {
        Map<String, Object> typed = new HashMap<>();
        variables.forEach((name, value) -> typed.put(name, Map.of("value", value, "type", "String")));
        return staff.post("/engine-rest/task/" + task + "/complete", Map.of("variables", typed));
    }

    /** The applicant's own step, once it is open. */
    public JsonNode ownTask(String step) {
        return Keyway.eventually(
                () -> own(step).orElse(null), () -> "no own step " + step + " of " + orderNo + ": " + explain());
    }

    private Optional<JsonNode> own(String step) {
        return StreamSupport.stream(
                        applicant.get("/api/tasks").expect(200).json().spliterator(), false)
                .filter(task -> task.get("orderNo").asText().equals(orderNo)
                        && task.get("key").asText().equals(step))
                .findFirst();
    }

    public Answer tries(String step, Map<String, String> input) {
        return applicant.post(
                "/api/tasks/" + ownTask(step).get("id").asText() + "/completion", Map.of("fields", input));
    }

    /** Waits until the step no longer waits for the applicant. */
    public Case hasDone(String step) {
        return Keyway.eventually(() -> own(step).isEmpty() ? this : null, () -> step + " is still open: " + explain());
    }

    public Case does(String step, Map<String, String> input) {
        tries(step, input).expect(200, 202, 204);
        return this;
    }

    /** The applicant opens a payment; answers its number. */
    public String opensPayment() {
        ownTask("Task_Pay");
        JsonNode payment = applicant
                .post(path("/payments"), Map.of("method", "SANDBOX"))
                .expect(201)
                .json();
        assertThat(payment.get("amountCents").asLong())
                .isEqualTo(requirements.get("feeCents").asLong());
        return payment.get("paymentNo").asText();
    }

    public Case isPaid() {
        String paymentNo = opensPayment();
        keyway.as("wang")
                .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID"))
                .expect(200, 201, 202, 204);
        Keyway.eventually(() -> read().at("/payment/paidAt").isTextual() ? true : null, () -> "not paid: " + explain());
        return this;
    }

    /** The courier tells what happened to the parcel. */
    public Case courierSays(String... events) {
        String waybill = Keyway.eventually(
                () -> read().at("/parcel/waybillNo").isTextual()
                        ? read().at("/parcel/waybillNo").asText()
                        : null,
                () -> "no waybill: " + explain());
        for (String event : events) {
            keyway.as("feng")
                    .post("/sandbox/parcels/" + waybill, Map.of("event", event))
                    .expect(200, 201, 202, 204);
        }
        return this;
    }

    /** A new blank key in stock; answers its serial. */
    public String blankKey() {
        JsonNode keys = keyway.as("feng")
                .post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 1, "state", "BLANK"))
                .expect(200, 201)
                .json();
        return keys.get(0).get("serial").asText();
    }

    /** The newest message about this order from that template, once it was sent. */
    public JsonNode message(String template) {
        return Keyway.eventually(
                () -> StreamSupport.stream(messages().spliterator(), false)
                        .filter(message -> message.get("template").asText().equals(template))
                        .reduce((first, second) -> second)
                        .orElse(null),
                () -> "no message " + template + " for " + orderNo + ": " + messages());
    }

    public JsonNode messages() {
        return keyway.as("admin")
                .get("/sandbox/messages?orderNo=" + orderNo)
                .expect(200)
                .json();
    }

    /** The order as its applicant sees it. */
    public JsonNode read() {
        return applicant.get(path("")).expect(200).json();
    }

    public String path(String rest) {
        return "/api/orders/" + orderNo + rest;
    }

    public String orderNo() {
        return orderNo;
    }

    public Person applicant() {
        return applicant;
    }

    public JsonNode requirements() {
        return requirements;
    }

    /** What a reviewer has before the eyes. */
    public JsonNode reviewSheet(String account) {
        return keyway.as(account).get(path("/review-sheet")).expect(200).json();
    }

    /** Everything that helps to understand why the order does not move. */
    public String explain() {
        Person admin = keyway.as("admin");
        String tasks = admin.get("/engine-rest/task?processInstanceBusinessKey=" + orderNo)
                .text();
        JsonNode jobs = admin.get("/engine-rest/job?withException=true").json();
        List<String> traces = new ArrayList<>();
        jobs.forEach(job -> traces.add(trace(admin, job)));
        return read() + "\ntasks " + tasks + "\nfailed jobs "
                + traces.stream().filter(Objects::nonNull).limit(3).toList();
    }

    private static String trace(Person admin, JsonNode job) {
        String trace = admin.get("/engine-rest/job/" + job.get("id").asText() + "/stacktrace")
                .text();
        return job.get("exceptionMessage") + " "
                + trace.lines()
                        .filter(line -> line.contains("Caused by") || line.contains("org.keyway"))
                        .limit(12)
                        .toList();
    }
}
