package org.keyway.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first start of a real centre: the profiles, the settings and nothing else; every real adapter in its place. */
class ProductionIT {

    private static final String PASSWORD = "First-Start-2026";

    private static EmbeddedPostgres postgres;
    private static OwnProcess application;
    private static Keyway keyway;

    @BeforeAll
    static void starts() throws Exception {
        postgres = EmbeddedPostgres.start();
        application = OwnProcess.start(
                RunningKeyway.dataFolder(),
                settings(),
                "--spring.profiles.active=production,postgres",
                "--keyway.public-url=https://ca.example.test");
        keyway = application.keyway();
    }

    private static Map<String, String> settings() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        String nobody = "http://127.0.0.1:9";
        Map<String, String> all = new HashMap<>(OwnProcess.on(postgres));
        all.putAll(Map.of(
                "KEYWAY_SECRET", "not-a-real-secret-but-32-characters-long", "KEYWAY_FIRSTADMINPASSWORD", PASSWORD));
        all.putAll(Map.of(
                "KEYWAY_PAYMENT_ALIPAY_ENABLED", "true",
                "KEYWAY_PAYMENT_ALIPAY_SERVERURL", nobody,
                "KEYWAY_PAYMENT_ALIPAY_APPID", "2026000000000000",
                "KEYWAY_PAYMENT_ALIPAY_SELLERID", "2088000000000000",
                "KEYWAY_PAYMENT_ALIPAY_SUBJECT", "数字证书服务费",
                "KEYWAY_PAYMENT_ALIPAY_PRIVATEKEY",
                        base64.encodeToString(keys.getPrivate().getEncoded()),
                "KEYWAY_PAYMENT_ALIPAY_ALIPAYPUBLICKEY",
                        base64.encodeToString(keys.getPublic().getEncoded())));
        all.putAll(Map.of(
                "KEYWAY_SHIPPING_SF_ENABLED", "true",
                "KEYWAY_SHIPPING_SF_SERVERURL", nobody,
                "KEYWAY_SHIPPING_SF_PARTNERID", "partner",
                "KEYWAY_SHIPPING_SF_CHECKWORD", "not-a-real-word"));
        all.putAll(Map.of(
                "KEYWAY_NOTIFICATION_SMS_ENABLED", "true",
                "KEYWAY_NOTIFICATION_SMS_SERVERURL", nobody,
                "KEYWAY_NOTIFICATION_SMS_ACCESSKEY", "key",
                "KEYWAY_NOTIFICATION_SMS_SECRET", "not-a-real-secret",
                "KEYWAY_NOTIFICATION_SMS_SIGNNAME", "示例中心",
                "KEYWAY_NOTIFICATION_MAIL_ENABLED", "true",
                "KEYWAY_NOTIFICATION_MAIL_FROM", "ca@example.test",
                "SPRING_MAIL_HOST", "127.0.0.1"));
        all.putAll(Map.of(
                "KEYWAY_TRADING_HTTP_ENABLED", "true",
                "KEYWAY_TRADING_HTTP_SERVERURL", nobody,
                "KEYWAY_TRADING_HTTP_SECRET", "not-a-real-secret",
                "KEYWAY_INVOICE_HTTP_ENABLED", "true",
                "KEYWAY_INVOICE_HTTP_SERVERURL", nobody,
                "KEYWAY_INVOICE_HTTP_APPID", "app",
                "KEYWAY_INVOICE_HTTP_SELLERTAXNUMBER", "91330683MA0TE5T08D",
                "KEYWAY_INVOICE_HTTP_SECRET", "not-a-real-secret"));
        return all;
    }

    @AfterAll
    static void stops() throws Exception {
        if (application != null) {
            application.close();
        }
        postgres.close();
    }

    @Test
    void onlyTheFirstAdministratorIsThere() {
        Person admin = keyway.as("admin", PASSWORD);
        assertThat(admin.get("/engine-rest/user").expect(200).json().findValuesAsText("id"))
                .containsExactly("admin");
        assertThat(admin.get("/engine-rest/group").expect(200).json().findValuesAsText("id"))
                .contains("customer-service", "supervisor", "finance", "key-operator", "support", "trade-center");
        keyway.as("admin").get("/engine-rest/user").expect(401);
        keyway.as("zhang").get("/api/orders").expect(401);
    }

    @Test
    void nothingOfTheDemoIsLeft() {
        keyway.as("admin", PASSWORD).get("/sandbox").expect(404);
        keyway.as("admin", PASSWORD).get("/sandbox/messages").expect(404);
        keyway.as("admin", PASSWORD)
                .post("/sandbox/clock", "{\"advance\":\"PT1H\"}")
                .expect(404);
        assertThat(keyway.anonymous().get("/").expect(200).text())
                .contains("锁业通")
                .doesNotContain("演示环境");
        assertThat(keyway.anonymous()
                        .get("/api/lines/new-issuance/regions")
                        .expect(200)
                        .text())
                .contains("嵊州", "衢州", "兰溪", "费县", "鄂尔多斯");
    }

    @Test
    void applicantsReadWhatWasSentToThem() throws Exception {
        Person admin = keyway.as("admin", PASSWORD);
        admin.post(
                        "/engine-rest/user/create",
                        Map.of(
                                "profile", Map.of("id", "ding", "firstName", "丁", "lastName", "测试"),
                                "credentials", Map.of("password", PASSWORD)))
                .expect(204);
        admin.send("PUT", "/engine-rest/group/applicant/members/ding", null, Map.of())
                .expect(204);
        Person ding = keyway.as("ding", PASSWORD);
        String orderNo = ding.post(
                        "/api/orders",
                        Map.of(
                                "line",
                                "new-issuance",
                                "region",
                                "330683",
                                "fields",
                                Map.of("holderType", "ORGANIZATION")))
                .expect(201)
                .json()
                .get("orderNo")
                .asText();
        try (Connection database = postgres.getPostgresDatabase().getConnection();
                PreparedStatement row = database.prepareStatement(
                        "insert into message (id, order_no, template, occasion, channel, recipient_masked, shown,"
                                + " status, created_at, sent_at, attempts) values ('1', ?, 'paid', '1', 'SMS',"
                                + " '138****0001', '样例消息：已收到费用', 'SENT', now(), now(), 1)")) {
            row.setString(1, orderNo);
            row.execute();
        }
        assertThat(ding.get("/messages").expect(200).text())
                .contains("样例消息：已收到费用", "138****0001", orderNo, "星号代替")
                .doesNotContain("演示");
        admin.get("/messages").expect(404);
    }
}
