package org.keyway.bench;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** A request under {@code /sandbox} makes a partner of the demo act: in reality nobody sends it. */
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class SandboxRequests extends OncePerRequestFilter {

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/sandbox/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try (Outsiders.Spell spell = Outsiders.spell(Outsiders.PARTNERS)) {
            chain.doFilter(request, response);
        }
    }
}
