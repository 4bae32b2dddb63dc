package org.keyway.order;

import java.util.Arrays;
import java.util.Optional;

/** The seven business lines and the special services; the slug is file name, process id, URL and docs page, the prefix starts order numbers. */
public enum BusinessLine {
    NEW_ISSUANCE("new-issuance", "XB"),
    RENEWAL("renewal", "XQ"),
    CHANGE("change", "BG"),
    REPLACEMENT("replacement", "BB"),
    ANNUAL_INSPECTION("annual-inspection", "NJ"),
    UNLOCK("unlock", "JS"),
    LOSS_UNBLOCK("loss-unblock", "GS"),
    SPECIAL_SERVICE("special-service", "ZX");

    private final String slug;
    private final String prefix;

    BusinessLine(String slug, String prefix) {
        this.slug = slug;
        this.prefix = prefix;
    }

    public String slug() {
        return slug;
    }

    public String prefix() {
        return prefix;
    }

    /** Attachment type of the filled-in form that the applicant stamps. */
    public String stampedForm() {
        return this == UNLOCK ? "pin-reset-form" : "application-form";
    }

    /** The line of a slug such as {@code new-issuance}. */
    public static Optional<BusinessLine> of(String slug) {
        return Arrays.stream(values()).filter(line -> line.slug.equals(slug)).findFirst();
    }
}
