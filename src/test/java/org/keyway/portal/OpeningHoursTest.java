package org.keyway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Nobody is let in before everything is in its place. */
class OpeningHoursTest {

    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();

    @Test
    void whoComesTooEarlyIsAskedToWait() throws Exception {
        MockHttpServletResponse answer = ask("/api/orders", "application/json");
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("3");
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(new ObjectMapper()
                        .readTree(answer.getContentAsByteArray())
                        .get("title")
                        .asText())
                .isEqualTo("系统正在启动");
        assertThat(ask("/actuator/health", null).getStatus()).isEqualTo(503);
    }

    @Test
    void aBrowserAsksAgainByItself() throws Exception {
        MockHttpServletResponse answer = ask("/", "text/html,*/*");
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getContentAsString()).contains("http-equiv=\"refresh\"", "系统正在启动", "请稍候");
    }

    @Test
    void thenTheDoorIsOpen() throws Exception {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, ReadinessState.ACCEPTING_TRAFFIC));
        assertThat(ask("/", "text/html").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(String path, String accept) throws Exception {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        texts.setBasename("messages/status");
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        if (accept != null) {
            request.addHeader("Accept", accept);
        }
        MockHttpServletResponse answer = new MockHttpServletResponse();
        new OpeningHours(availability, new Wording(texts), new ObjectMapper())
                .doFilter(request, answer, new MockFilterChain());
        return answer;
    }
}
