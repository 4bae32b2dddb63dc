package org.keyway.process.security;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom Spring Security let in is the same person for the engine's REST API and its web applications. */
@Configuration
class IdentityFilters {

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappIdentity() {
        var registration = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        registration.addInitParameter("authentication-provider", SpringAuthentication.class.getName());
        registration.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        registration.setOrder(201);
        return registration;
    }

    @Bean
    FilterRegistrationBean<EngineIdentityFilter> restIdentity(IdentityService identity) {
        var registration = new FilterRegistrationBean<>(new EngineIdentityFilter(identity));
        registration.addUrlPatterns("/engine-rest/*");
        registration.setOrder(202);
        return registration;
    }
}
