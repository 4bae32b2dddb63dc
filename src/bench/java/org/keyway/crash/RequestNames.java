package org.keyway.crash;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Names the unit of work after the request that changes something; numbers and ids in the path become *. */
final class RequestNames implements Filter {

    static final String WALK = "X-Walk";

    /** Numbers that a walk has spoken of: a partner's notice with one of them is about that walk. */
    private final Map<String, String> known = new ConcurrentHashMap<>();

    private final Death death;

    RequestNames(Death death) {
        this.death = death;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = http.getRequestURI();
        boolean counted = !path.startsWith("/sandbox/") && !path.startsWith("/actuator/");
        if (counted) {
            death.begins();
        }
        Unit.present().counts(counted);
        try {
            if (http.getMethod().equals("GET") || path.matches("/sandbox/(clock|keys).*")) {
                chain.doFilter(request, response);
            } else {
                named(http, path, response, chain);
            }
        } finally {
            Unit.present().ends();
            Unit.present().counts(false);
            if (counted) {
                death.ends();
            }
        }
    }

    private void named(HttpServletRequest http, String path, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String walk = http.getHeader(WALK);
        HttpServletRequest passed = http;
        if (walk == null) {
            byte[] body = http.getInputStream().readAllBytes();
            passed = new Read(http, body);
            walk = about(new String(body, StandardCharsets.UTF_8));
        } else {
            learn(path, walk);
        }
        Unit.present().begins(walk, http.getMethod() + " " + path.replaceAll("/[^/]*\\d[^/]*", "/*"));
        chain.doFilter(passed, response);
    }

    private void learn(String path, String walk) {
        for (String part : path.split("/")) {
            if (part.matches(".*\\d{6}.*")) {
                known.put(part, walk);
            }
        }
    }

    private String about(String body) {
        return known.entrySet().stream()
                .filter(entry -> body.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(Unit.NOBODY);
    }

    /** A request whose body was read, to be read again. */
    private static final class Read extends HttpServletRequestWrapper {

        private final byte[] body;

        Read(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            ByteArrayInputStream bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("nobody reads later here");
                }
            };
        }
    }
}
