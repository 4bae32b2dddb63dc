package org.keyway.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.keyway.order.BusinessLine;
import org.keyway.order.Fields;
import org.keyway.order.Order;
import org.keyway.order.OrderStatus;
import org.keyway.order.PolicyTables;
import org.keyway.order.form.Forms;
import org.keyway.shared.KeywayProperties;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The document service as Spring would build it, and orders of made-up people. */
final class Papers {

    private static final ChineseFonts FONTS = new ChineseFonts(new DocumentProperties(null, null));

    static final String ORDER_NO = "XB20261121000017";

    private Papers() {}

    static ChineseFonts fonts() {
        return FONTS;
    }

    /** Every line starts with the same form. */
    private record OneForm(String html) implements Forms {

        @Override
        public boolean isOpen(BusinessLine line) {
            return true;
        }

        @Override
        public String startForm(BusinessLine line, Fields fields) {
            return html;
        }
    }

    static Documents documents(Path workspace, String form) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        if (form != null) {
            beans.addBean("forms", new OneForm(form));
        }
        beans.addBean("tables", new OneCity());
        KeywayProperties properties = new KeywayProperties(workspace, workspace, false, "http://localhost", "");
        DocumentTexts texts = new DocumentTexts();
        PolicyWords policy = new PolicyWords(beans.getBeanProvider(PolicyTables.class), texts);
        FormModel model = new FormModel(FONTS, texts, policy, new QrCode(), new Barcode());
        return new Documents(
                new FormTemplates(properties), model, new PdfWriter(FONTS), beans.getBeanProvider(Forms.class));
    }

    static Map<String, Object> organization() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "holderType", "ORGANIZATION",
                "lockKind", "MAIN",
                "years", 2,
                "quantity", 3,
                "organizationName", "测试建设工程集团有限公司",
                "organizationNameConfirm", "测试建设工程集团有限公司",
                "uscc", "91330683MA0TE5T01P",
                "legalRepresentative", "李测试",
                "organizationPhone", "0575-12345678",
                "organizationAddress", "浙江省绍兴市嵊州市测试路 18 号测试大厦 6 层 601 室"));
        fields.putAll(Map.of(
                "legalRepresentativeIdNumber", "330683199001010018",
                "postcode", "312400",
                "handlerName", "张测试",
                "handlerIdNumber", "330683199001010026",
                "handlerMobile", "13800000001",
                "handlerEmail", "zhang.test@example.com",
                "handlerPosition", "投标专员",
                "consents", java.util.List.of("privacy:1")));
        fields.putAll(Map.of(
                "deliveryMode", "MAIL",
                "freight", "PREPAID",
                "consigneeName", "张测试",
                "consigneeMobile", "13800000001",
                "consigneeDivision", "330683",
                "consigneeAddress", "测试路 18 号测试大厦前台",
                "invoiceType", "SPECIAL",
                "invoiceTitle", "测试建设工程集团有限公司",
                "invoiceTaxNumber", "91330683MA0TE5T01P",
                "invoiceBank", "测试银行嵊州支行"));
        fields.putAll(Map.of(
                "invoiceAccount", "6200000000000000001",
                "invoiceAddress", "浙江省绍兴市嵊州市测试路 18 号",
                "invoicePhone", "0575-12345678",
                "bidOpeningAt", "2026-12-01T09:30"));
        return fields;
    }

    static Map<String, Object> individual() {
        return new HashMap<>(Map.of(
                "holderType", "INDIVIDUAL",
                "lockKind", "SUB",
                "years", 1,
                "quantity", 1,
                "handlerName", "钱测试",
                "handlerIdNumber", "330683199001010034",
                "handlerMobile", "13800000002",
                "deliveryMode", "PICKUP",
                "invoiceType", "NONE"));
    }

    static Order order(Map<String, Object> fields) {
        Instant at = Instant.parse("2026-11-21T02:00:00Z");
        return new Order(
                ORDER_NO,
                BusinessLine.NEW_ISSUANCE,
                "330683",
                "zhang",
                "zhang",
                OrderStatus.DRAFT,
                0,
                false,
                new Fields(fields),
                at,
                at);
    }

    static Order blank() {
        Order order = order(Map.of());
        return new Order(
                "",
                order.line(),
                "",
                "",
                "",
                order.status(),
                0,
                false,
                order.fields(),
                order.createdAt(),
                order.updatedAt());
    }

    static Map<String, Object> extra() {
        return Map.of("regionName", "嵊州市");
    }
}
