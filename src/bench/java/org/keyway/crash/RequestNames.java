package org.keyway.crash;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** Names the unit of work after the request that changes something; numbers and ids in the path become *. */
final class RequestNames implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = http.getRequestURI();
        if (http.getMethod().equals("GET") || path.startsWith("/sandbox/clock") || path.startsWith("/sandbox/keys")) {
            chain.doFilter(request, response);
            return;
        }
        Unit.present().begins(http.getMethod() + " " + path.replaceAll("/[^/]*\\d[^/]*", "/*"));
        try {
            chain.doFilter(request, response);
        } finally {
            Unit.present().ends();
        }
    }
}
