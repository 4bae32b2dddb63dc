package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.certificate.Requests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Damaged requests, signatures, seals, PDFs and reports at every public parser: no 5xx, no stack trace, no certificate. */
class ParserAttackIT extends RunningKeyway {

    private static final int TRIES = 40;
    private static final Pattern TRACE =
            Pattern.compile("\\w(Exception|Error)\\b|\\bat (java|org|com|sun)\\.|org\\.keyway|BEGIN CERTIFICATE");
    private static final Map<String, String> DER = Map.of("Content-Type", "application/ocsp-request");

    private static Case written;
    private static String serial;
    private static byte[] stamped;
    private static byte[] seal;
    private static byte[] certificate;

    @Autowired
    private JdbcClient jdbc;

    private final Mutations mutations = new Mutations(20261121);
    private final List<String> wrong = new ArrayList<>();
    private long before;

    @BeforeEach
    void aStampOfOurs() {
        if (written == null) {
            Case order = Case.submitted(keyway, "zhang", "330683", Map.of("invoiceType", "NONE"));
            order.isApproved().becomes("AWAITING_PAYMENT").isPaid().becomes("TO_PROCESS");
            serial = order.blankKey();
            order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
            stamped = order.applicant()
                    .get(order.path("/documents/test-stamp.pdf"))
                    .expect(200)
                    .bytes();
            written = order;
            seal = one("select der from key_seal where order_no = ?", order);
            certificate = one("select der from certificate where order_no = ? and key_use = 'SIGN'", order);
        }
        before = issued();
    }

    @AfterEach
    void nothingCameOfIt() {
        assertThat(wrong).isEmpty();
        assertThat(issued()).as("certificates").isEqualTo(before);
    }

    @Test
    void filesToVerify() {
        for (byte[] good : List.of(stamped, seal, certificate, Paper.png().content(), Mutations.nested())) {
            for (int round = 0; round < TRIES; round++) {
                polite(verified(mutations.of(good)));
            }
            polite(verified(good));
        }
        assertThat(verified(stamped).expect(200).text()).contains("文件签名后没有被改动");
        for (String typed : List.of("%00", "1%27or%201=1", "f".repeat(5000), "%F0%9F%94%91", "-1", "0x", ":::")) {
            polite(keyway.anonymous().send("GET", "/verify?serial=" + typed, null, Map.of("Accept", "text/html")));
        }
    }

    @Test
    void questionsAboutStatus() {
        byte[] question = Base64.getDecoder()
                .decode("MEIwQDA+MDwwOjAJBgUrDgMCGgUABBRVcX1MELO5IIK8C11zfDz82T+iLQQUqwnyrH3wtA+7ZPnc7GhO8e5hXH0CAQo=");
        for (String route : List.of("/pki/ocsp", "/pki/sm2/ocsp")) {
            for (int round = 0; round < TRIES; round++) {
                polite(keyway.anonymous().send("POST", route, mutations.of(question), DER));
            }
            polite(keyway.anonymous().send("POST", route, Mutations.nested(), DER));
            polite(keyway.anonymous().send("POST", route, new byte[0], DER));
            polite(keyway.anonymous().send("POST", route, mutations.noise(300_000), DER));
            polite(keyway.anonymous().send("POST", route, question, Map.of("Content-Type", "text/plain")));
        }
    }

    @Test
    void papersOfAnOrder() {
        Case draft = Case.drafted(keyway, "zhang", "330683", Map.of());
        for (Paper good : List.of(Paper.pdf(), Paper.png(), new Paper("s.pdf", "application/pdf", stamped))) {
            for (int round = 0; round < TRIES / 2; round++) {
                Paper bad = new Paper(good.fileName(), good.mediaType(), mutations.of(good.content()));
                Answer answer = draft.attach("other", bad);
                polite(answer);
                if (answer.status() == 201) {
                    String path =
                            draft.path("/attachments/" + answer.json().get("id").asText());
                    polite(draft.applicant().get(path + "/pages/1.png"));
                    draft.applicant().delete(path).expect(200, 204);
                }
            }
        }
        draft.applicant().delete(draft.path("")).expect(200, 204);
    }

    @Test
    void reportsOfAnAgent() {
        SelfWriting writing = SelfWriting.arrived(keyway, 1, any -> any);
        String home = writing.serials().get(0);
        Map<String, String> pass =
                Map.of("Authorization", "Bearer " + writing.codes().get(home));
        String job = keyway.anonymous()
                .send("GET", "/api/agent/jobs?serial=" + home, null, pass)
                .expect(200)
                .json()
                .at("/0/id")
                .asText();
        before = issued();
        for (String step : List.of("start", "initialize", "request", "certify", "seal", "read-back", "done", "x")) {
            String path = "/api/agent/jobs/" + job + "/" + step;
            for (int round = 0; round < TRIES / 2; round++) {
                polite(keyway.anonymous().send("POST", path, report(home), pass));
            }
            for (Object body : List.of("", "{", "[]", "null", "[".repeat(5000), "{\"requests\":{\"SIGN\":\"!\"}}")) {
                polite(keyway.anonymous().send("POST", path, body, pass));
            }
        }
        assertThat(SelfWriting.keys(writing.order()).get(0).get("certificates")).isEmpty();
        for (String id : List.of("x", "%00", "..%2f", writing.order().orderNo() + "-99999999999", "-1")) {
            polite(keyway.anonymous().send("POST", "/api/agent/jobs/" + id + "/start", report(home), pass));
        }
        JsonNode next = started(job, home, pass);
        assertThat(next.get("step").asText()).as("the genuine agent goes on").isIn("initialize", "request");
    }

    @Test
    void whatAKeyShowsForATestStamp() {
        for (int round = 0; round < TRIES; round++) {
            shows(serial, certificate, mutations.of(seal));
            shows(serial, mutations.of(certificate), seal);
            shows(mutations.any(List.of("KW00000000018", "", "x".repeat(3000))), certificate, seal);
        }
    }

    private void shows(String keySerial, byte[] signer, byte[] impression) {
        Map<String, Object> read =
                Map.of("keySerial", keySerial, "certificate", base64(signer), "seal", base64(impression));
        Answer answer = written.applicant().post(written.path("/test-stamps"), read);
        polite(answer);
        assertThat(answer.isRefusal()).as("%s", answer).isTrue();
    }

    private Answer verified(byte[] file) {
        Answer answer = keyway.as("zhang").upload("/verify", "any", new Paper("a.pdf", "application/pdf", file));
        assertThat(answer.status()).as("%s", answer).isIn(200, 400);
        return answer;
    }

    private JsonNode started(String job, String home, Map<String, String> pass) {
        Map<String, Object> genuine = Map.of("serial", home, "label", "", "state", "BLANK");
        return keyway.anonymous()
                .send("POST", "/api/agent/jobs/" + job + "/start", genuine, pass)
                .expect(200)
                .json();
    }

    /** The right serial number, so that no try of the code is lost, and everything else damaged. */
    private Map<String, Object> report(String home) {
        byte[] rsa = Requests.csr(Requests.PAIR);
        byte[] sm2 = Requests.sm2Csr(Requests.SM2_PAIR);
        Map<String, Object> requests = new HashMap<>();
        for (String use : List.of("SIGN", "ENCRYPT")) {
            requests.put(use, base64(mutations.any(List.of(mutations.of(rsa), mutations.of(sm2), Mutations.nested()))));
        }
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("serial", home);
        report.put("label", mutations.any(Arrays.asList("", "\u0000", "标".repeat(4000), null)));
        report.put("state", mutations.any(Arrays.asList("BLANK", "INITIALIZED", "x", null)));
        report.put("requests", mutations.any(Arrays.asList(requests, requests, requests, null, Map.of())));
        report.put(
                "certificates", mutations.any(Arrays.asList(Map.of("SIGN", base64(mutations.of(certificate))), null)));
        report.put("seal", mutations.any(Arrays.asList(base64(mutations.of(seal)), null, "!")));
        return report;
    }

    private void polite(Answer answer) {
        if (answer.status() >= 500 || TRACE.matcher(answer.text()).find()) {
            wrong.add(answer.toString());
        }
    }

    private long issued() {
        return jdbc.sql("select count(*) from certificate").query(Long.class).single();
    }

    private byte[] one(String sql, Case order) {
        return jdbc.sql(sql).param(order.orderNo()).query(byte[].class).list().get(0);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
