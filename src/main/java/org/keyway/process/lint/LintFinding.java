package org.keyway.process.lint;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Something wrong in a model file.
 *
 * @param file repository-relative name
 * @param element id of the element; empty when the whole file is meant
 * @param key rule, a key of {@code messages/lint.properties}
 * @param args what the rule's text names
 */
public record LintFinding(String file, String element, String key, List<Object> args) {

    static LintFinding of(String file, String element, String key, Object... args) {
        return new LintFinding(file, element, key, List.of(args));
    }

    /** The finding as an analyst reads it: file, element, what to do. */
    public String text() {
        String sentence = MessageFormat.format(wording(key), args.toArray());
        return element.isEmpty()
                ? MessageFormat.format(wording("lint.file"), file, sentence)
                : MessageFormat.format(wording("lint.element"), file, element, sentence);
    }

    private static String wording(String key) {
        return ResourceBundle.getBundle("messages.lint", Locale.ROOT).getString(key);
    }
}
