package org.keyway.document;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The words of {@code messages/document.properties}: option labels where no form is at hand, names of lines. */
@Component
final class DocumentTexts {

    private final ResourceBundleMessageSource bundle = new ResourceBundleMessageSource();

    DocumentTexts() {
        bundle.setBasename("messages/document");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
    }

    /** The text of a key, or {@code fallback} where there is none. */
    String text(String key, String fallback) {
        return bundle.getMessage(key, null, fallback, Locale.SIMPLIFIED_CHINESE);
    }
}
