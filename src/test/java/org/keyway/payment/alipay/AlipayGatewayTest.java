package org.keyway.payment.alipay;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.alipay.api.internal.util.AlipaySignature;
import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keyway.payment.NoticeReading;
import org.keyway.payment.PaymentGateway;
import org.keyway.payment.PaymentGatewayContract;
import org.keyway.shared.Notice;

class AlipayGatewayTest extends PaymentGatewayContract {

    private static final KeyPair ALIPAY = pair();
    private static final KeyPair OURS = pair();
    private static final KeyPair STRANGER = pair();

    private final FakeAlipay alipay = new FakeAlipay(secret(ALIPAY));
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().extensions(alipay));
    private AlipayGateway gateway;

    @BeforeEach
    void open() {
        server.start();
        server.stubFor(any(anyUrl()).willReturn(ok()));
        alipay.address = server.baseUrl();
        gateway = new AlipayGateway(
                new AlipaySettings(
                        true,
                        server.baseUrl() + "/gateway.do",
                        "2026000000000001",
                        "2088000000000001",
                        secret(OURS),
                        Base64.getEncoder().encodeToString(ALIPAY.getPublic().getEncoded()),
                        "CA"),
                "http://localhost:8080");
    }

    @AfterEach
    void shut() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.234", "-1.00", "1e3", "300,00", "NaN"})
    void anAmountThatIsNoAmountIsRefused(String yuan) {
        assertThatThrownBy(() -> Yuan.cents(yuan)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void yuanAndCentsAgree() {
        assertThat(Yuan.text(30001)).isEqualTo("300.01");
        assertThat(Yuan.text(5)).isEqualTo("0.05");
        assertThat(Yuan.cents("300.01")).isEqualTo(30001);
        assertThat(Yuan.cents("300")).isEqualTo(30000);
    }

    @Test
    void anExtraOrDoubledParameterIsRefused() {
        Notice genuine = notice(NUMBER, CENTS, Forge.NONE);
        for (String extra : new String[] {"&total_amount=0.01", "&note=hello"}) {
            byte[] body = (genuine.text() + extra).getBytes(StandardCharsets.UTF_8);
            assertThat(gateway.read(new Notice(Map.of(), body))).isInstanceOf(NoticeReading.Rejected.class);
        }
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected void payerPays(String paymentNo) {
        alipay.trades.get(paymentNo).put("status", "TRADE_SUCCESS");
    }

    @Override
    protected Notice notice(String paymentNo, long cents, Forge forge) {
        Map<String, String> form = new TreeMap<>(Map.of(
                "notify_id", "2026112100222",
                "app_id", forge == Forge.APP ? "2026000000000009" : "2026000000000001",
                "seller_id", "2088000000000001",
                "out_trade_no", paymentNo,
                "trade_no", "2026112122001",
                "trade_status", "TRADE_SUCCESS",
                "total_amount", Yuan.text(cents),
                "buyer_logon_id", "buyer***@example.com"));
        String text = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("&"));
        try {
            String key = secret(forge == Forge.SIGNATURE ? STRANGER : ALIPAY);
            form.put("sign", AlipaySignature.rsaSign(text, key, "UTF-8", "RSA2"));
        } catch (com.alipay.api.AlipayApiException e) {
            throw new IllegalStateException(e);
        }
        form.put("sign_type", "RSA2");
        String body = form.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return new Notice(Map.of(), body.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected void breakDown() {
        alipay.down = true;
    }

    @Override
    protected long givenBack() {
        return alipay.refunds.values().stream().mapToLong(Long::longValue).sum();
    }

    private static String secret(KeyPair pair) {
        return Base64.getEncoder().encodeToString(pair.getPrivate().getEncoded());
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
