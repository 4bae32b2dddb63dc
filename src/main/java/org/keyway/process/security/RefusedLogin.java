package org.keyway.process.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.keyway.subscriber.SignInGuard;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Back to the login page, in the same words for every name; the browser's own failures are counted in its session. */
class RefusedLogin implements AuthenticationFailureHandler {

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        HttpSession session = request.getSession();
        int before = session.getAttribute(SignInGuard.FAILED_HERE) instanceof Integer count ? count : 0;
        session.setAttribute(SignInGuard.FAILED_HERE, before + 1);
        String page = reason instanceof LockedException ? "/login?locked" : "/login?failed";
        response.sendRedirect(request.getContextPath() + page);
    }
}
