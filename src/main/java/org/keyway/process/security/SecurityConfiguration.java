package org.keyway.process.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.session.SessionInformationExpiredEvent;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may reach what: Spring Security stands before everything, with one session for portal, REST and web applications. */
@Configuration
class SecurityConfiguration {

    private static final String PAGES_MAY = "default-src 'self'; img-src 'self' data:; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; object-src 'none'; base-uri 'self'; form-action 'self'; "
            + "frame-ancestors 'self'; connect-src 'self' ";
    private static final String[] OPEN = {
        "/",
        "/login",
        "/register/**",
        "/password-reset/**",
        "/help/**",
        "/verify/**",
        "/consents/**",
        "/error",
        "/favicon.ico",
        "/webjars/**",
        "/css/**",
        "/js/**",
        "/img/**",
        "/camunda/favicon.ico",
        "/camunda/assets/**",
        "/actuator/health",
        "/api/docs/**",
        "/api/lines/**",
        "/api/templates/**",
        "/api/*/notifications/**",
        "/api/agent/**",
        "/pki/**"
    };
    private static final String[] STAFF = {
        "customer-service",
        "supervisor",
        "finance",
        "key-operator",
        "support",
        "trade-center",
        "analyst",
        "auditor",
        "admin"
    };

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            RefusalWriter refusals,
            SignedInSessions sessions,
            @Value("${keyway.agent-url:http://127.0.0.1:18088}") String agent)
            throws Exception {
        RequestMatcher basic = new RequestHeaderRequestMatcher("Authorization");
        RequestMatcher pages = new MediaTypeRequestMatcher(org.springframework.http.MediaType.TEXT_HTML);
        return http.authorizeHttpRequests(SecurityConfiguration::routes)
                .httpBasic(login -> login.authenticationEntryPoint(refusals))
                .formLogin(login -> login.loginPage("/login")
                        .failureHandler(new RefusedLogin())
                        .defaultSuccessUrl("/welcome")
                        .permitAll())
                .logout(logout -> logout.logoutUrl("/logout").logoutSuccessUrl("/login?bye"))
                .sessionManagement(session -> session.maximumSessions(-1)
                        .sessionRegistry(sessions.registry())
                        .expiredSessionStrategy(event -> expired(event, refusals)))
                .exceptionHandling(refusal -> refusal.defaultAuthenticationEntryPointFor(
                                refusals, SecurityConfiguration::isMachine)
                        .defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"), pages)
                        .defaultAuthenticationEntryPointFor(refusals, AnyRequestMatcher.INSTANCE)
                        .defaultAccessDeniedHandlerFor(refusals, SecurityConfiguration::isMachine)
                        .defaultAccessDeniedHandlerFor(new AccessDeniedHandlerImpl(), AnyRequestMatcher.INSTANCE))
                .csrf(csrf -> csrf(csrf, basic))
                .headers(headers -> headers(headers, agent))
                .build();
    }

    private static void routes(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry routes) {
        routes.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                .permitAll()
                .requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/*/*/setup/**")
                .denyAll()
                .requestMatchers("/api/lines/*/prefill", "/api/lines/*/reusable-papers")
                .authenticated()
                .requestMatchers(OPEN)
                .permitAll()
                .requestMatchers(
                        "/engine-rest/**",
                        "/camunda/app/tasklist/**",
                        "/camunda/app/welcome/**",
                        "/camunda/lib/**",
                        "/camunda/api/engine/**",
                        "/camunda/api/tasklist/**",
                        "/camunda/api/admin/auth/user/**")
                .hasAnyRole(STAFF)
                .requestMatchers("/camunda/**")
                .hasAnyRole("admin", "analyst", "auditor")
                .requestMatchers("/desk/**", "/sandbox/**")
                .hasAnyRole(STAFF)
                .requestMatchers("/actuator/**")
                .hasAnyRole("admin")
                .anyRequest()
                .authenticated();
    }

    private static void expired(SessionInformationExpiredEvent event, RefusalWriter refusals)
            throws IOException, ServletException {
        if (isMachine(event.getRequest())) {
            refusals.commence(
                    event.getRequest(), event.getResponse(), new SessionAuthenticationException("new password"));
        } else {
            event.getResponse().sendRedirect(event.getRequest().getContextPath() + "/login?expired");
        }
    }

    private static boolean isMachine(jakarta.servlet.http.HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith("/api/")
                || path.startsWith("/engine-rest")
                || path.startsWith("/camunda/api/")
                || path.startsWith("/sandbox/");
    }

    private static void csrf(CsrfConfigurer<HttpSecurity> csrf, RequestMatcher basic) {
        CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
        tokens.setCookieName("PORTAL-XSRF");
        tokens.setHeaderName("X-PORTAL-XSRF");
        PathPatternRequestMatcher.Builder path = PathPatternRequestMatcher.withDefaults();
        csrf.csrfTokenRepository(tokens)
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(
                        basic,
                        path.matcher("/camunda/api/**"),
                        path.matcher("/api/payments/notifications/*"),
                        path.matcher("/api/shipments/notifications/*"),
                        path.matcher("/api/trading/notifications"),
                        path.matcher("/api/agent/**"),
                        path.matcher("/pki/ocsp"),
                        path.matcher("/pki/sm2/ocsp"));
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, String agent) {
        RequestMatcher webapps = PathPatternRequestMatcher.withDefaults().matcher("/camunda/**");
        RequestMatcher docs = PathPatternRequestMatcher.withDefaults().matcher("/api/docs/**");
        ContentSecurityPolicyHeaderWriter policy = new ContentSecurityPolicyHeaderWriter(PAGES_MAY + agent);
        headers.addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(new OrRequestMatcher(webapps, docs)), policy));
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .referrerPolicy(Customizer.withDefaults())
                .contentTypeOptions(Customizer.withDefaults());
    }

    /** Requests are measured as a whole; a meter around each of the fifteen filters tells nobody anything. */
    @Bean
    SecurityObservationSettings measuresOnlyTheWhole() {
        return SecurityObservationSettings.noObservations();
    }
}
