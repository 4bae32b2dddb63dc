package org.keyway.process.security;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A production start that lacks settings; told to the operator without a stack trace. */
final class ProductionIncomplete extends RuntimeException {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("messages.process", Locale.ROOT);

    ProductionIncomplete(List<String> missing) {
        super(MessageFormat.format(TEXTS.getString("production.missing"), String.join("\n- ", missing)));
    }

    /** Registered in {@code META-INF/spring.factories}. */
    static final class Analyzer extends AbstractFailureAnalyzer<ProductionIncomplete> {
        @Override
        protected FailureAnalysis analyze(Throwable root, ProductionIncomplete cause) {
            return new FailureAnalysis(cause.getMessage(), TEXTS.getString("production.what-to-do"), root);
        }
    }
}
