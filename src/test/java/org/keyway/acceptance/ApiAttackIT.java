package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What is another's stays another's on every route of ours; a new route without a rule here fails. */
class ApiAttackIT extends RunningKeyway {

    /** Routes that everybody may reach; those of the key agent ask for a code or a pass instead of an account. */
    private static final Set<String> OPEN = Set.of(
            "GET /api/lines/{line}/requirements",
            "GET /api/lines/{line}/regions",
            "GET /api/lines/{line}/arrival",
            "GET /api/lines/{line}/services",
            "GET /api/agent/jobs",
            "POST /api/agent/jobs/{id}/{step}",
            "POST /api/agent/unlockings/{serial}",
            "POST /api/agent/unlockings/{serial}/proof",
            "POST /api/agent/unlockings/{serial}/refusal",
            "GET /api/templates/{code}.pdf",
            "POST /api/payments/notifications/{provider}",
            "POST /api/shipments/notifications/{carrier}",
            "POST /api/trading/notifications");

    /** Routes that show or make what is one's own, or nobody's. */
    private static final Set<String> OWN = Set.of(
            "GET /api/orders",
            "POST /api/orders",
            "GET /api/tasks",
            "GET /api/keys",
            "GET /api/calendar",
            "GET /api/lines/{line}/prefill",
            "GET /api/lines/{line}/reusable-papers");

    /** Routes that name another's thing by number. */
    private static final Set<String> BY_NUMBER = Set.of(
            "POST /api/tasks/{id}/completion",
            "GET /api/keys/{serial}",
            "POST /api/payments",
            "GET /api/payments/{paymentNo}");

    private static Case victim;
    private static String attachment;
    private static String task;
    private static String serial;
    private static String paymentNo;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @BeforeEach
    void anOrderOnItsWay() {
        if (victim != null) {
            return;
        }
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of())
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial))
                .isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial));
        order.becomes("SHIPPED").courierSays("DELIVERED");
        task = order.ownTask("Task_ConfirmReceipt").get("id").asText();
        attachment = order.read().at("/attachments/0/id").asText();
        paymentNo = order.read().at("/payment/paymentNo").asText();
        victim = order;
    }

    @Test
    void anothersThingsAreNotThereOnAnyRoute() {
        String before = victim.read().toString();
        List<String> wrong = new ArrayList<>();
        for (String route : routes("/api/")) {
            if (OPEN.contains(route) || OWN.contains(route)) {
                continue;
            }
            assertThat(route.contains("{orderNo}") || BY_NUMBER.contains(route))
                    .as("rule for %s", route)
                    .isTrue();
            Answer answer = call(keyway.as("zhao"), route);
            if (answer.status() != 403 && answer.status() != 404) {
                wrong.add(answer.toString());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(victim.read().toString()).isEqualTo(before);
    }

    @Test
    void strangersReachOnlyOpenRoutes() {
        List<String> wrong = new ArrayList<>();
        for (String route : routes("/api/")) {
            Answer answer = call(keyway.anonymous(), route);
            boolean open = OPEN.contains(route);
            if (open ? answer.status() >= 500 : answer.status() != 401 && answer.status() != 403) {
                wrong.add(answer.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void applicantsReachNoStaffPage() {
        List<String> wrong = new ArrayList<>();
        Set<String> staffed = routes("/desk");
        staffed.addAll(routes("/sandbox"));
        for (String route : staffed) {
            for (Person person : List.of(keyway.as("zhang"), keyway.anonymous())) {
                Answer answer = call(person, route);
                boolean toLogin =
                        answer.status() == 302 && answer.header("Location").endsWith("/login");
                if (!toLogin && answer.status() != 401 && answer.status() != 403 && answer.status() != 404) {
                    wrong.add(answer.toString());
                }
            }
        }
        assertThat(staffed).isNotEmpty();
        assertThat(wrong).isEmpty();
    }

    @Test
    void anothersPagesAreNotThere() {
        Person zhao = keyway.as("zhao");
        Map<String, String> html = Map.of("Accept", "text/html");
        for (String page : List.of(
                "/orders/" + victim.orderNo(),
                "/cashier/" + paymentNo,
                "/apply/new-issuance?order=" + victim.orderNo())) {
            Answer answer = zhao.send("GET", page, null, html);
            assertThat(answer.status()).as("%s", answer).isIn(302, 403, 404);
            assertThat(answer.text()).doesNotContain("张测试", "13800000001");
            assertThat(keyway.anonymous().send("GET", page, null, html).status())
                    .as(page)
                    .isIn(302, 401);
        }
        assertThat(zhao.send(
                                "POST",
                                "/cashier/" + paymentNo,
                                "outcome=PAID",
                                Map.of("Content-Type", "application/x-www-form-urlencoded"))
                        .status())
                .isIn(403, 404);
    }

    @Test
    void listsShowOnlyOnesOwn() {
        for (String query : List.of("", "?q=" + victim.orderNo(), "?size=500", "?status=SHIPPED", "?applicant=zhang")) {
            assertThat(keyway.as("zhao")
                            .get("/api/orders" + query)
                            .expect(200, 400, 422)
                            .text())
                    .doesNotContain(victim.orderNo());
        }
        Answer csv = keyway.as("zhao").send("GET", "/api/orders", null, Map.of("Accept", "text/csv"));
        assertThat(csv.expect(200).text()).doesNotContain(victim.orderNo());
        assertThat(keyway.as("zhao").get("/api/tasks").expect(200).text()).doesNotContain(victim.orderNo());
        assertThat(keyway.as("zhao").get("/api/keys").expect(200).text()).doesNotContain(serial);
        Map<String, Object> foreign =
                Map.of("line", "new-issuance", "region", "330683", "applicant", "zhang", "fields", Map.of());
        keyway.as("zhao").post("/api/orders", foreign).expect(403, 404, 422);
    }

    @Test
    void numbersAreMaskedExceptToTheirOwner() {
        String id = Applicant.organization().get("handlerIdNumber").toString();
        assertThat(victim.read().toString()).contains(id);
        Answer seen = keyway.as("feng").get(victim.path("")).expect(200);
        assertThat(seen.text()).doesNotContain(id).doesNotContain("13800000001");
        assertThat(keyway.as("li")
                        .get("/api/orders?q=" + victim.orderNo())
                        .expect(200)
                        .text())
                .doesNotContain(id);
    }

    @Test
    void unknownFieldsAreRefused() {
        Person zhang = keyway.as("zhang");
        for (String name :
                List.of("approved", "feeCents", "status", "applicant", "__proto__", "class.module.classLoader")) {
            Map<String, Object> fields = Map.of("holderType", "ORGANIZATION", name, "true");
            zhang.post("/api/orders", Map.of("line", "new-issuance", "region", "330683", "fields", fields))
                    .expect(422);
        }
        Map<String, Object> more =
                new LinkedHashMap<>(Map.of("line", "new-issuance", "region", "330683", "fields", Map.of()));
        more.put("status", "COMPLETED");
        zhang.post("/api/orders", more).expect(400, 422);
        Case draft = Case.drafted(keyway, "zhang", "330683", Map.of());
        zhang.patch(draft.path(""), Map.of("fields", Map.of("feeCents", 1))).expect(422);
        zhang.patch(draft.path(""), Map.of("fields", Map.of("years", List.of(Map.of("a", 1)))))
                .expect(400, 422);
        zhang.patch(draft.path(""), Map.of("fields", Map.of("organizationName", "长".repeat(5000))))
                .expect(413, 422);
        zhang.patch(draft.path(""), "{\"fields\":" + "[".repeat(20000)).expect(400, 413, 422);
        zhang.patch(draft.path(""), "{\"fields\":{\"handlerName\":\"a\u0000b\"}}")
                .expect(400, 422);
        zhang.post("/api/orders", "not json").expect(400);
        zhang.send("POST", "/api/orders", "<a/>", Map.of("Content-Type", "application/xml"))
                .expect(400, 415);
        zhang.post(draft.path("/payments"), Map.of("method", "SANDBOX", "amountCents", 1))
                .expect(400, 409, 422);
        assertThat(draft.read().get("status").asText()).isEqualTo("DRAFT");
        zhang.delete(draft.path("")).expect(200, 204);
    }

    @Test
    void wordsOfPeopleStayWords() {
        String hostile = "<script>alert(1)</script>${7*7}#{7*7}";
        Case draft = Case.drafted(keyway, "zhang", "330683", Map.of("handlerPosition", hostile));
        Answer page = draft.applicant().send("GET", "/orders/" + draft.orderNo(), null, Map.of("Accept", "text/html"));
        assertThat(page.expect(200).text()).doesNotContain("<script>alert(1)").doesNotContain("49#");
        draft.applicant().get(draft.path("/documents/application-form.pdf")).expect(200);
        String csv = draft.applicant()
                .send("GET", "/api/orders", null, Map.of("Accept", "text/csv"))
                .expect(200)
                .text();
        assertThat(csv.lines()).noneMatch(line -> line.matches("(?s).*(^|,|\")[=+@].*"));
        draft.applicant().delete(draft.path("")).expect(200, 204);
    }

    @Test
    void forgedNoticesChangeNothing() {
        Case order =
                Case.submitted(keyway, "zhang", "330683", Map.of()).isApproved().becomes("AWAITING_PAYMENT");
        String payment = order.opensPayment();
        String json =
                "{\"paymentNo\":\"" + payment + "\",\"status\":\"PAID\",\"outcome\":\"PAID\",\"amountCents\":30000}";
        for (String provider : List.of("sandbox", "SANDBOX", "alipay", "wechat", "nobody", "..%2f..%2fx")) {
            for (String type : List.of("application/json", "application/x-www-form-urlencoded")) {
                Answer answer = keyway.anonymous()
                        .send(
                                "POST",
                                "/api/payments/notifications/" + provider,
                                type.endsWith("json")
                                        ? json
                                        : "out_trade_no=" + payment
                                                + "&trade_status=TRADE_SUCCESS&total_amount=300.00&sign=AAAA&sign_type=RSA2",
                                Map.of("Content-Type", type));
                assertThat(answer.isRefusal()).as("%s", answer).isTrue();
            }
        }
        String waybill = victim.read().at("/parcel/waybillNo").asText();
        for (String carrier : List.of("sandbox", "sf", "nobody")) {
            Answer answer = keyway.anonymous()
                    .post(
                            "/api/shipments/notifications/" + carrier,
                            "{\"waybillNo\":\"" + waybill + "\",\"event\":\"LOST\"}");
            assertThat(answer.isRefusal()).as("%s", answer).isTrue();
        }
        Answer trading = keyway.anonymous()
                .post(
                        "/api/trading/notifications",
                        "{\"orderNo\":\"" + victim.orderNo() + "\",\"binding\":\"ACCEPTED\"}");
        assertThat(trading.isRefusal()).as("%s", trading).isTrue();
        assertThat(order.read().get("status").asText()).isEqualTo("AWAITING_PAYMENT");
        assertThat(victim.read().get("status").asText()).isEqualTo("SHIPPED");
        order.applicant().delete(order.path("")).expect(200, 204);
    }

    @Test
    void refusalsAreProblemDetailsInChinese() {
        for (Answer answer : List.of(
                keyway.as("zhao").get(victim.path("")),
                keyway.as("zhang").get("/api/orders/XB20990101000001"),
                keyway.as("zhang").send("PUT", "/api/orders", "{}", Map.of()),
                keyway.as("zhang").post("/api/orders", "{"),
                keyway.as("zhang").get("/api/nowhere"))) {
            JsonNode problem = answer.json();
            assertThat(answer.isRefusal()).as("%s", answer).isTrue();
            assertThat(answer.header("Content-Type")).as("%s", answer).startsWith("application/problem+json");
            assertThat(problem.get("status").asInt()).isEqualTo(answer.status());
            assertThat(problem.get("title").asText() + problem.path("detail").asText())
                    .as("%s", answer)
                    .matches("(?s).*\\p{IsHan}.*");
            assertThat(answer.text()).doesNotContain("Exception", "org.keyway", "\tat ");
        }
    }

    private Set<String> routes(String prefix) {
        Set<String> routes = new TreeSet<>();
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith(prefix) && !pattern.startsWith("/api/docs")) {
                    for (RequestMethod method :
                            methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                        routes.add(method + " " + pattern);
                    }
                }
            }
        }
        return routes;
    }

    private static Answer call(Person person, String route) {
        String method = route.substring(0, route.indexOf(' '));
        String pattern = route.substring(route.indexOf(' ') + 1);
        String path = pattern.replace("{orderNo}", victim.orderNo())
                .replace("{serial}", serial)
                .replace("{paymentNo}", paymentNo)
                .replace("{code}", "application-form")
                .replace("{line}", "new-issuance")
                .replace("{page}", "1")
                .replace("{id}", pattern.contains("/tasks/") ? task : attachment)
                .replaceAll("\\{[^}]*}", "1");
        if (pattern.endsWith("/requirements")) {
            path += "?region=330683";
        }
        if (method.equals("POST") && pattern.endsWith("/attachments")) {
            return person.upload(path, "business-licence", Paper.png());
        }
        if (pattern.equals("/api/payments")) {
            return person.post(path, Map.of("method", "SANDBOX", "orderNos", List.of(victim.orderNo(), "XB1")));
        }
        Object body = method.equals("GET") || method.equals("DELETE")
                ? null
                : pattern.endsWith("/payments") ? "{\"method\":\"SANDBOX\"}" : "{\"fields\":{}}";
        return person.send(method, path, body, Map.of());
    }
}
