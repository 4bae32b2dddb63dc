package org.keyway.portal.page;

import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** Renders a page as the product does, without the product. */
final class PageRendering {

    private PageRendering() {}

    static String render(String view, Map<String, Object> model) throws Exception {
        MockServletContext servlet = new MockServletContext();
        StaticWebApplicationContext context = new StaticWebApplicationContext();
        context.setServletContext(servlet);
        context.refresh();
        FileTemplateResolver templates = new FileTemplateResolver();
        templates.setPrefix("templates/portal/");
        templates.setSuffix(".html");
        templates.setCharacterEncoding("UTF-8");
        SpringTemplateEngine engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        engine.setTemplateEngineMessageSource(wording());
        ThymeleafViewResolver resolver = new ThymeleafViewResolver();
        resolver.setTemplateEngine(engine);
        resolver.setCharacterEncoding("UTF-8");
        resolver.setApplicationContext(context);
        MockHttpServletRequest request = new MockHttpServletRequest(servlet, "GET", "/");
        request.setAttribute(DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        resolver.resolveViewName(view, Locale.SIMPLIFIED_CHINESE).render(model, request, response);
        return response.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    static ResourceBundleMessageSource wording() {
        ResourceBundleMessageSource wording = new ResourceBundleMessageSource();
        wording.setDefaultEncoding("UTF-8");
        wording.setFallbackToSystemLocale(false);
        wording.setBasenames(
                "messages/order",
                "messages/payment",
                "messages/review",
                "messages/process",
                "messages/portal",
                "messages/account",
                "messages/dossier",
                "messages/desk",
                "messages/audit",
                "messages/status");
        return wording;
    }
}
