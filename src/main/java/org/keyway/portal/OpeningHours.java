package org.keyway.portal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Until the diagrams are deployed nobody is let in, not even the question whether the server is healthy: 503 with
 * {@code Retry-After}, for a browser a page that asks again by itself, else an RFC 9457 problem.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpeningHours extends OncePerRequestFilter {

    private static final String SECONDS = "3";
    private static final String PAGE = """
            <!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="%s">
            <meta name="viewport" content="width=device-width"><title>%s</title>
            <style>body{font-family:sans-serif;color:#17365d;text-align:center;padding-top:20vh}</style>
            </head><body><main><h1>%s</h1><p>%s</p></main></body></html>
            """;

    private final ApplicationAvailability availability;
    private final Wording wording;
    private final ObjectMapper json;

    OpeningHours(ApplicationAvailability availability, Wording wording, ObjectMapper json) {
        this.availability = availability;
        this.wording = wording;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return availability.getReadinessState() == ReadinessState.ACCEPTING_TRAFFIC;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String title = wording.text("starting.title");
        String detail = wording.text("starting.detail");
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        boolean page = accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE);
        response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setContentType(page ? "text/html;charset=UTF-8" : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = page
                ? PAGE.formatted(SECONDS, title, title, detail).getBytes(StandardCharsets.UTF_8)
                : json.writeValueAsBytes(
                        new ProblemJson("urn:keyway:problem:starting", title, response.getStatus(), detail, List.of()));
        response.getOutputStream().write(body);
    }
}
