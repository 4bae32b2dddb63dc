package org.keyway.order.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.keyway.shared.ChineseIdentifiers;

/** The checks that a form may ask for with {@code data-check}; the attribute value is the name in lower case. */
public enum FieldCheck {
    USCC(ChineseIdentifiers::isUscc),
    ID_NUMBER(text -> ChineseIdentifiers.isIdNumber(text.toUpperCase(Locale.ROOT))),
    MOBILE(ChineseIdentifiers::isMobile),
    EMAIL(matches("[\\p{ASCII}&&[^\\s@,;<>\"]]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}")),
    LANDLINE(matches("0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?|400-?\\d{3}-?\\d{4}|1[3-9]\\d{9}")),
    POSTCODE(matches("\\d{6}")),
    DIVISION(matches("[1-8]\\d{5}"));

    private final Predicate<String> test;

    FieldCheck(Predicate<String> test) {
        this.test = test;
    }

    /** How forms and message keys write it, e.g. {@code id-number}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the text passes; never throws. */
    public boolean accepts(String text) {
        try {
            return test.test(text);
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** The check of a slug. */
    public static Optional<FieldCheck> of(String slug) {
        return Arrays.stream(values())
                .filter(check -> check.slug().equals(slug))
                .findFirst();
    }

    private static Predicate<String> matches(String regex) {
        return Pattern.compile(regex).asMatchPredicate();
    }
}
