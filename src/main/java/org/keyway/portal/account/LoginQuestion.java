package org.keyway.portal.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.keyway.subscriber.SignInGuard;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the login form: after some failures it lets a password through only with the answer to a question. */
@Component
@Order(SecurityProperties.DEFAULT_FILTER_ORDER - 1)
class LoginQuestion extends OncePerRequestFilter {

    /** Session attribute: this browser tried a name that needs an answer. */
    static final String ASKED = "keyway.sign-in.asked";

    static final String PAGE = "login";

    private final SignInGuard guard;
    private final Captchas captchas;

    LoginQuestion(SignInGuard guard, Captchas captchas) {
        this.guard = guard;
        this.captchas = captchas;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod())
                || !(request.getContextPath() + "/login").equals(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String account = request.getParameter("username");
        if (!isNeeded(account == null ? "" : account.strip(), request) || captchas.isAnswered(PAGE, request)) {
            chain.doFilter(request, response);
            return;
        }
        HttpSession session = request.getSession();
        boolean wasAsked = session.getAttribute(ASKED) != null || request.getParameter(Captchas.FIELD) != null;
        session.setAttribute(ASKED, true);
        response.sendRedirect(request.getContextPath() + (wasAsked ? "/login?wrong" : "/login?asked"));
    }

    /** Whether the next attempt from this browser needs an answer; {@code account} may be empty. */
    boolean isNeeded(String account, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        int failed =
                session != null && session.getAttribute(SignInGuard.FAILED_HERE) instanceof Integer count ? count : 0;
        return guard.asksQuestion(failed)
                || guard.asksQuestion(account)
                || account.isEmpty() && session != null && session.getAttribute(ASKED) != null;
    }
}
