package org.keyway.process.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps downloads with Chinese names: Tomcat drops a header with such characters, {@code filename*} carries the name. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AsciiDispositionFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void setHeader(String name, String value) {
                super.setHeader(name, clean(name, value));
            }

            @Override
            public void addHeader(String name, String value) {
                super.addHeader(name, clean(name, value));
            }
        });
    }

    private static String clean(String name, String value) {
        return "Content-Disposition".equalsIgnoreCase(name) && value != null
                ? value.replaceAll("[^\\x20-\\x7e]", "_")
                : value;
    }
}
