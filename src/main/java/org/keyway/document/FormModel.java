package org.keyway.document;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.form.FormField;
import org.keyway.order.form.FormSchema;
import org.keyway.shared.KeywayClock;
import org.springframework.stereotype.Component;

/**
 * What a template sees, made of plain maps: {@code f} (texts by field name), {@code options} (choices by field name),
 * {@code lines}, {@code others} (what the template does not mention) and the extras; all of it printable.
 */
@Component
final class FormModel {

    /** Choices that are printed as boxes to tick, in this order, also when no form is at hand. */
    private static final Map<String, List<String>> CHOICES = Map.of(
            "holderType", List.of("ORGANIZATION", "INDIVIDUAL"),
            "lockKind", List.of("MAIN", "SUB"),
            "deliveryMode", List.of("MAIL", "PICKUP"),
            "freight", List.of("PREPAID", "COLLECT"),
            "invoiceType", List.of("NONE", "NORMAL", "SPECIAL"));

    private final ChineseFonts fonts;
    private final DocumentTexts texts;
    private final PolicyWords policy;
    private final QrCode qrCode;
    private final Barcode barcode;

    FormModel(ChineseFonts fonts, DocumentTexts texts, PolicyWords policy, QrCode qrCode, Barcode barcode) {
        this.fonts = fonts;
        this.texts = texts;
        this.policy = policy;
        this.qrCode = qrCode;
        this.barcode = barcode;
    }

    Map<String, Object> of(Order order, Optional<FormSchema> schema, Set<String> printed, Map<String, Object> extra) {
        Map<String, Object> model = new HashMap<>();
        Fields fields = order.fields();
        boolean blank = order.orderNo().isEmpty();
        model.put("orderNo", order.orderNo());
        model.put(
                "lineName",
                texts.text("line." + order.line().slug(), order.line().slug()));
        model.put("regionName", fonts.printable(policy.city(order)));
        model.put("feeText", fonts.printable(policy.fee(order)));
        model.put("date", blank ? texts.text("date.blank", "") : day(order.createdAt()));
        model.put("consentText", "");
        extra.forEach((name, value) -> model.put(name, printable(value)));
        model.put(
                "individual",
                fields.text("holderType").filter("INDIVIDUAL"::equals).isPresent());
        model.put(
                "delivered",
                schema.map(form -> form.field("deliveryMode").isPresent()).orElse(true));
        model.put("qr", blank ? "" : qrCode.pngUri(order.orderNo()));
        model.put("barcode", barcode.pngUri(String.valueOf(extra.getOrDefault("barcodeOf", ""))));
        model.put("f", shown(fields, schema, printed));
        model.put("options", options(fields, schema));
        model.put("lines", lines(order.line()));
        model.put("others", others(fields, schema, printed));
        return model;
    }

    /** Texts inside lists and maps are made printable too; numbers and truth values stay what they are. */
    private Object printable(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((name, each) -> copy.put(name, printable(each)));
            return copy;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::printable).toList();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value == null ? "" : fonts.printable(value.toString());
    }

    private Map<String, String> shown(Fields fields, Optional<FormSchema> schema, Set<String> printed) {
        Map<String, String> shown = new HashMap<>();
        printed.forEach(name -> shown.put(name, ""));
        for (String name : fields.values().keySet()) {
            boolean asked = schema.flatMap(form -> form.field(name))
                    .map(field -> field.shownIn(fields))
                    .orElse(true);
            List<String> labels = fields.list(name).stream()
                    .map(value -> label(name, value, schema))
                    .toList();
            shown.put(name, asked ? fonts.printable(String.join(texts.text("list.separator", ","), labels)) : "");
        }
        return shown;
    }

    private Map<String, Object> options(Fields fields, Optional<FormSchema> schema) {
        Map<String, Object> options = new HashMap<>();
        CHOICES.forEach((name, usual) -> {
            List<String> values = schema.flatMap(form -> form.field(name))
                    .map(field -> List.copyOf(field.options().keySet()))
                    .orElse(usual);
            List<Map<String, Object>> boxes = new ArrayList<>();
            for (String value : values) {
                boolean chosen = fields.list(name).contains(value);
                boxes.add(Map.of("label", fonts.printable(label(name, value, schema)), "chosen", chosen));
            }
            options.put(name, boxes);
        });
        return options;
    }

    private List<Map<String, Object>> lines(BusinessLine chosen) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (BusinessLine line : BusinessLine.values()) {
            lines.add(Map.of("label", texts.text("line." + line.slug(), line.slug()), "chosen", line == chosen));
        }
        return lines;
    }

    private List<Map<String, String>> others(Fields fields, Optional<FormSchema> schema, Set<String> printed) {
        List<Map<String, String>> others = new ArrayList<>();
        for (FormField field : schema.map(FormSchema::fields).orElse(List.of())) {
            boolean wanted = !printed.contains(field.name()) && field.equalTo() == null && field.shownIn(fields);
            field.display(fields).filter(value -> wanted).ifPresent(value -> {
                Map<String, String> other = new LinkedHashMap<>();
                other.put("label", fonts.printable(field.label()));
                other.put("value", fonts.printable(value));
                others.add(other);
            });
        }
        return others;
    }

    private String label(String name, String value, Optional<FormSchema> schema) {
        return schema.flatMap(form -> form.field(name))
                .map(field -> field.options().get(value))
                .orElseGet(() -> value.matches("[A-Z_]{1,30}") ? texts.text(name + "." + value, value) : value);
    }

    private String day(Instant at) {
        return LocalDate.ofInstant(at, KeywayClock.ZONE)
                .format(DateTimeFormatter.ofPattern(texts.text("date.pattern", "yyyy-MM-dd")));
    }
}
