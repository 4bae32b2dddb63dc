package org.keyway.notification.sms;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.notification.Channel;
import org.keyway.notification.MessageSender;
import org.keyway.notification.MessageSenderContract;
import org.keyway.notification.SenderFailure;

class SmsSenderTest extends MessageSenderContract {

    private final WireMockServer cloud = new WireMockServer(options().dynamicPort());
    private SmsSender sender;

    @BeforeEach
    void open() {
        cloud.start();
        answer("{\"code\":\"OK\"}");
        sender = new SmsSender(
                new SmsSettings(
                        true, cloud.baseUrl() + "/sms/send", "ak", "not-real", "锁业通", Map.of("auth_code", "T01")),
                Clock.systemUTC());
    }

    @AfterEach
    void shut() {
        cloud.stop();
    }

    @Test
    void theRequestIsSignedAndNamesTheApprovedTemplate() {
        sender.send(message("m1"));
        LoggedRequest request = requests().get(0);
        String expected = SmsSignature.of(
                "not-real",
                "/sms/send",
                request.getHeader("X-Timestamp"),
                request.getHeader("X-Nonce"),
                request.getBody());
        assertThat(request.getHeader("X-Signature")).isEqualTo(expected);
        assertThat(request.getBodyAsString()).contains("\"requestId\":\"m1\"", "\"templateId\":\"T01\"");
    }

    @Test
    void aDuplicateHasLeftAndAnythingElseHasNot() {
        answer("{\"code\":\"DUPLICATE\"}");
        sender.send(message("m1"));
        for (String bad : new String[] {"{\"code\":\"LIMIT\"}", "{}", "<html>"}) {
            answer(bad);
            assertThatThrownBy(() -> sender.send(message("m1"))).isInstanceOf(SenderFailure.class);
        }
    }

    @Override
    protected MessageSender sender() {
        return sender;
    }

    @Override
    protected Channel channel() {
        return Channel.SMS;
    }

    @Override
    protected String address() {
        return "13800000001";
    }

    @Override
    protected List<String> arrived() {
        return requests().stream().map(LoggedRequest::getBodyAsString).toList();
    }

    @Override
    protected void breakDown() {
        cloud.stubFor(post(anyUrl()).willReturn(serverError().withBody("01234567")));
    }

    private List<LoggedRequest> requests() {
        return cloud.findAll(postRequestedFor(anyUrl()));
    }

    private void answer(String body) {
        cloud.stubFor(post(anyUrl()).willReturn(okJson(body)));
    }
}
