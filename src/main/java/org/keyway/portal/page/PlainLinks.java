package org.keyway.portal.page;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/**
 * Links of pages are written as they are. Spring Boot would look for each of them on the class path, to put a version into
 * the addresses of static files: two thirds of the CPU of a list of orders, and our static files have none.
 */
@Configuration
class PlainLinks {

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> links() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> none =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        none.setEnabled(false);
        return none;
    }
}
