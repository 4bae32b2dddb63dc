package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** After an order is done, what is personal or secret is searched for by value where it must never be: ID numbers in every table. */
class PersonalDataIT extends RunningKeyway {

    private static final Map<String, Object> PERSON = Map.ofEntries(
            Map.entry("handlerName", "甄隐私"),
            Map.entry("handlerIdNumber", Applicant.idNumber("11010119880808731")),
            Map.entry("handlerMobile", "15912349876"),
            Map.entry("handlerEmail", "canary.handler@example.test"),
            Map.entry("legalRepresentative", "贾代表"),
            Map.entry("legalRepresentativeIdNumber", Applicant.idNumber("11010119660606621")),
            Map.entry("organizationPhone", "0575-86543210"),
            Map.entry("organizationAddress", "浙江省嵊州市金丝雀街77号"),
            Map.entry("consigneeName", "甄收件"),
            Map.entry("consigneeMobile", "15998761234"),
            Map.entry("consigneeAddress", "金丝雀街77号3单元909室"));

    @Autowired
    private JdbcClient jdbc;

    @Test
    void staysOutOfEngineAndLog() {
        Map<String, String> canaries = new LinkedHashMap<>();
        PERSON.forEach((name, value) -> canaries.put(name, value.toString()));
        canaries.putAll(selfWritten());
        canaries.putAll(writtenByOperator());
        returnedAndRejected();
        List<String> leaks = new ArrayList<>();
        canaries.forEach((name, value) -> {
            leaks.addAll(inTables(name.endsWith("IdNumber") ? "%" : "ACT\\_%", name, value));
            if (LogKeeper.text().contains(value)) {
                leaks.add(name + " in the log");
            }
        });
        assertThat(leaks).isEmpty();
        org.slf4j.LoggerFactory.getLogger("org.keyway.probe").info("canary {}", "sings");
        assertThat(LogKeeper.text()).as("the log is being kept").contains("canary sings");
    }

    /** Codes and PINs are stored nowhere in clear, except with the sandbox that plays the phone and the mailbox. */
    @Test
    void codesAndPinsAreStoredNowhere() {
        List<String> leaks = new ArrayList<>();
        selfWritten().forEach((name, value) -> leaks.addAll(inTables("%", name, value)));
        assertThat(leaks).isEmpty();
    }

    @Test
    void theSearchFindsWhatIsThere() {
        assertThat(inTables("ACT\\_%", "probe", "Task_ReviewApplication")).isNotEmpty();
    }

    private Map<String, String> selfWritten() {
        Case order = Case.submitted(keyway, "zhang", "330781", PERSON)
                .becomes("PENDING_REVIEW")
                .isApproved()
                .becomes("AWAITING_PAYMENT")
                .isPaid();
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial))
                .becomes("SHIPPED")
                .courierSays("DELIVERED")
                .does("Task_ConfirmReceipt", Map.of());
        String code = secret(order, "auth_code", "授权码：\\s*([0-9A-Za-z-]+)");
        String pin = secret(order, "initial_pin", "PIN：\\s*([0-9A-Za-z]+)");
        order.does("Task_WriteOwnKey", Map.of("keySerial", serial, "authorizationCode", code))
                .does("Task_TestStamp", Map.of());
        order.does("Task_BindKey", Map.of())
                .isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        return Map.of("authorization code", code, "initial PIN", pin);
    }

    private Map<String, String> writtenByOperator() {
        Case order = Case.submitted(keyway, "zhang", "150600", withCollect())
                .becomes("AWAITING_PAYMENT")
                .isPaid()
                .becomes("PENDING_REVIEW")
                .isApproved();
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial))
                .isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial));
        order.becomes("SHIPPED").courierSays("DELIVERED").does("Task_ConfirmReceipt", Map.of());
        return Map.of("initial PIN of the operator's key", secret(order, "initial_pin", "PIN：\\s*([0-9A-Za-z]+)"));
    }

    private void returnedAndRejected() {
        Case order = Case.submitted(keyway, "zhang", "330683", PERSON).becomes("PENDING_REVIEW");
        String note = "经办人甄隐私手机15912349876打不通";
        order.isReviewed(
                        "li",
                        "RETURN",
                        note,
                        "[{\"item\":\"handlerMobile\",\"code\":\"MISMATCH\",\"note\":\"" + note + "\"}]")
                .becomes("RETURNED");
        order.isSubmitted()
                .becomes("PENDING_REVIEW")
                .isReviewed("wu", "REJECT", note, null)
                .becomes("REJECTED");
    }

    private static Map<String, Object> withCollect() {
        Map<String, Object> fields = new LinkedHashMap<>(PERSON);
        fields.put("freight", "COLLECT");
        return fields;
    }

    private static String secret(Case order, String template, String pattern) {
        String text = order.message(template).get("text").asText();
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s names its secret", template).isTrue();
        return found.group(1);
    }

    /** Columns of all tables whose name is like the pattern that hold the value, as text or as bytes of text. */
    private List<String> inTables(String pattern, String name, String value) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> column : columns(pattern)) {
            String table = column.get("TABLE_NAME").toString();
            String field = column.get("COLUMN_NAME").toString();
            String from = " from \"" + table + "\" where ";
            boolean bytes = column.get("DATA_TYPE").toString().contains("BINARY");
            long hits = bytes
                    ? jdbc
                            .sql("select \"" + field + "\"" + from + "\"" + field + "\" is not null")
                            .query(byte[].class)
                            .list()
                            .stream()
                            .filter(content -> new String(content, StandardCharsets.UTF_8).contains(value))
                            .count()
                    : jdbc.sql("select count(*)" + from + "position(cast(? as varchar) in \"" + field + "\") > 0")
                            .param(value)
                            .query(Long.class)
                            .single();
            if (hits > 0) {
                found.add(name + " in " + table + "." + field);
            }
        }
        return found;
    }

    private List<Map<String, Object>> columns(String pattern) {
        return jdbc.sql(
                        "select table_name, column_name, data_type from information_schema.columns where table_schema = 'PUBLIC'"
                                + " and table_name like ? and lower(table_name) not like 'sandbox%'"
                                + " and (data_type like '%CHARACTER%' or data_type like '%BINARY%')")
                .param(pattern)
                .query()
                .listOfRows();
    }
}
