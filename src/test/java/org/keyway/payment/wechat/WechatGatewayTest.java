package org.keyway.payment.wechat;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.PaymentGateway;
import org.keyway.payment.PaymentGatewayContract;
import org.keyway.shared.Notice;

class WechatGatewayTest extends PaymentGatewayContract {

    private static final String API_V3_KEY = "0123456789abcdef0123456789abcdef";
    private static final KeyPair WECHAT = pair();
    private static final KeyPair OURS = pair();
    private static final KeyPair STRANGER = pair();

    private final FakeWechat wechat = new FakeWechat(WECHAT.getPrivate());
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(wechat));
    private WechatSettings settings;
    private WechatGateway gateway;

    @BeforeEach
    void open() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        settings = new WechatSettings(
                true,
                server.baseUrl(),
                "wx0000000000000001",
                "1900000001",
                "5157F09EFDC096DE15EBE81A47057A72",
                pem("PRIVATE KEY", OURS.getPrivate()),
                API_V3_KEY,
                FakeWechat.KEY_ID,
                pem("PUBLIC KEY", WECHAT.getPublic()),
                "CA");
        gateway = new WechatGateway(settings, "https://keyway.example", Clock.systemUTC());
    }

    @AfterEach
    void shut() {
        server.stop();
    }

    @Test
    void aNoticeOfYesterdayIsRefused() {
        Clock tomorrow = Clock.offset(Clock.systemUTC(), Duration.ofDays(1));
        Notice genuine = notice(NUMBER, CENTS, Forge.NONE);
        assertThat(new WechatNotices(settings, tomorrow).read(genuine)).isInstanceOf(NoticeReading.Rejected.class);
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected void payerPays(String paymentNo) {
        wechat.trades.get(paymentNo).put("state", "SUCCESS");
    }

    @Override
    protected Notice notice(String paymentNo, long cents, Forge forge) {
        try {
            ObjectMapper json = new ObjectMapper();
            byte[] inner = json.writeValueAsBytes(Map.of(
                    "appid",
                    forge == Forge.APP ? "wx0000000000000009" : "wx0000000000000001",
                    "mchid",
                    "1900000001",
                    "out_trade_no",
                    paymentNo,
                    "transaction_id",
                    "4200000001",
                    "trade_state",
                    "SUCCESS",
                    "payer",
                    Map.of("openid", "o-somebody"),
                    "amount",
                    Map.of("total", cents)));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(API_V3_KEY.getBytes(StandardCharsets.UTF_8), "AES"),
                    new GCMParameterSpec(128, "abcdefghijkl".getBytes(StandardCharsets.UTF_8)));
            cipher.updateAAD("transaction".getBytes(StandardCharsets.UTF_8));
            String body = json.writeValueAsString(Map.of(
                    "id", "EV-1",
                    "event_type", "TRANSACTION.SUCCESS",
                    "resource_type", "encrypt-resource",
                    "resource",
                            Map.of(
                                    "algorithm", "AEAD_AES_256_GCM",
                                    "ciphertext", Base64.getEncoder().encodeToString(cipher.doFinal(inner)),
                                    "associated_data", "transaction",
                                    "nonce", "abcdefghijkl")));
            String timestamp = String.valueOf(Instant.now().getEpochSecond());
            KeyPair signer = forge == Forge.SIGNATURE ? STRANGER : WECHAT;
            return new Notice(
                    Map.of(
                            "Wechatpay-Serial",
                            FakeWechat.KEY_ID,
                            "Wechatpay-Timestamp",
                            timestamp,
                            "Wechatpay-Nonce",
                            "n1",
                            "Wechatpay-Signature",
                            FakeWechat.sign(signer.getPrivate(), timestamp + "\nn1\n" + body + "\n")),
                    body.getBytes(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void breakDown() {
        wechat.down = true;
    }

    @Override
    protected long givenBack() {
        return wechat.refunds.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String pem(String kind, Key key) {
        String text =
                Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.UTF_8)).encodeToString(key.getEncoded());
        return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
