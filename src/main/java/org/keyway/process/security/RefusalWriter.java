package org.keyway.process.security;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells systems in a problem detail (RFC 9457), and in Chinese, that they are not signed in or not allowed. */
@Component
class RefusalWriter implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ObjectMapper json;
    private final MessageSourceAccessor wording;

    RefusalWriter(ObjectMapper json, MessageSource wording) {
        this.json = json;
        this.wording = new MessageSourceAccessor(wording);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refusal)
            throws IOException {
        String key = refusal instanceof LockedException ? "security.locked" : "security.unauthorized";
        write(response, HttpServletResponse.SC_UNAUTHORIZED, key);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        write(response, HttpServletResponse.SC_FORBIDDEN, "security.forbidden");
    }

    private void write(HttpServletResponse response, int status, String key) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "urn:keyway:problem:" + key);
        problem.put("title", wording.getMessage(key + ".title"));
        problem.put("status", status);
        problem.put("detail", wording.getMessage(key + ".detail"));
        problem.put("errors", List.of());
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        json.writeValue(response.getOutputStream(), problem);
    }
}
