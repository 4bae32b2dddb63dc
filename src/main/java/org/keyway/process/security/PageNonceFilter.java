package org.keyway.process.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets a page of the Camunda web applications and its content security policy name the same nonce. Camunda 7.24 keeps the
 * nonce in the servlet context, so a request at the same moment changes it between header and page, and the page stays blank.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class PageNonceFilter extends OncePerRequestFilter {

    private static final String POLICY = "Content-Security-Policy";
    private static final Pattern NONCE = Pattern.compile("nonce=\"([\\w-]+)\"");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accepted = String.valueOf(request.getHeader("Accept"));
        return !request.getRequestURI().startsWith("/camunda/app/") || !accepted.contains(MediaType.TEXT_HTML_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        String policy = page.getHeader(POLICY);
        Matcher nonce = NONCE.matcher(new String(page.getContentAsByteArray(), page.getCharacterEncoding()));
        if (policy != null && nonce.find()) {
            page.setHeader(POLICY, policy.replaceAll("'nonce-[^']*'", "'nonce-" + nonce.group(1) + "'"));
        }
        page.copyBodyToResponse();
    }
}
