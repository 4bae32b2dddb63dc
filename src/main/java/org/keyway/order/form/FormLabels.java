package org.keyway.order.form;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Finds what a form calls its fields and sections, without stars, colons and section numbers. */
final class FormLabels {

    private static final String CONTROLS = "input, select, textarea";

    private final Document form;

    FormLabels(Document form) {
        this.form = form;
    }

    /** {@code data-label}, {@code label[for]}, an enclosing label, {@code aria-label}, or at last the name. */
    String of(Element control) {
        return control.hasAttr("data-label") ? control.attr("data-label").strip() : ofOption(control);
    }

    /** The label of one radio button or check box; {@code data-label} there names the whole group. */
    String ofOption(Element control) {
        Element label = control.id().isEmpty()
                ? null
                : form.getElementsByAttributeValue("for", control.id()).first();
        label = label == null ? control.closest("label") : label;
        String text = label == null ? clean(control.attr("aria-label")) : text(label);
        return text.isEmpty() ? control.attr("name") : text;
    }

    /** The label of radio buttons or check boxes of one name: that of the smallest part of the form around them all. */
    String ofGroup(Elements controls) {
        Element first = controls.first();
        if (first.hasAttr("data-label")) {
            return first.attr("data-label").strip();
        }
        for (Element part = first.parent(); part != null && holdsOnly(part, controls); part = part.parent()) {
            String label = groupLabel(part);
            if (!label.isEmpty() && controls.size() == part.select(CONTROLS).size()) {
                return label;
            }
        }
        return of(first);
    }

    /** Text of the nearest legend or, in a section, of its heading; empty when there is none. */
    String section(Element control) {
        for (Element part = control.parent(); part != null; part = part.parent()) {
            List<Element> headings = part.children().stream()
                    .filter(child -> child.normalName().matches("legend|h[1-4]"))
                    .toList();
            boolean whole = part.normalName().matches("fieldset|section") && holdsOthers(part, control);
            if (whole && !headings.isEmpty()) {
                return text(headings.get(0)).replaceFirst("^[0-9.\\s]+", "");
            }
        }
        return "";
    }

    private static boolean holdsOnly(Element part, Elements controls) {
        return controls.containsAll(part.select(CONTROLS));
    }

    private static boolean holdsOthers(Element part, Element control) {
        boolean group = control.attr("type").matches("radio|checkbox");
        return !group
                || part.selectFirst("template") != null
                || part.select(CONTROLS).stream()
                        .anyMatch(other -> !other.attr("name").equals(control.attr("name")));
    }

    private static String groupLabel(Element part) {
        if (part.hasAttr("aria-label")) {
            return clean(part.attr("aria-label"));
        }
        return part.children().stream()
                .filter(child -> child.normalName().matches("label|legend") || child.hasClass("control-label"))
                .filter(child -> child.select(CONTROLS).isEmpty() && !child.hasAttr("for"))
                .map(FormLabels::text)
                .findFirst()
                .orElse("");
    }

    private static String text(Element label) {
        Element copy = label.clone();
        copy.select(CONTROLS + ", .help-block, abbr").remove();
        return clean(copy.text());
    }

    private static String clean(String text) {
        return text.replaceAll("[*\uFF0A:\uFF1A\u00A0]", " ").strip();
    }
}
