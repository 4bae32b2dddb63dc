package org.keyway.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.order.BusinessLine;
import org.keyway.order.Consent;
import org.keyway.order.OpenStep;
import org.keyway.order.OrderStatus;
import org.keyway.order.RegionPolicy;
import org.keyway.order.Requirements;
import org.keyway.order.form.HouseForm;
import org.keyway.portal.FieldSection;
import org.keyway.portal.FieldSection.FieldText;
import org.keyway.portal.ReturnedTexts.ReturnedText;
import org.keyway.portal.ReviewSheet;
import org.keyway.portal.page.CashierPage.PaymentPage;
import org.keyway.portal.page.HallPages.LineTile;
import org.keyway.portal.page.KeyViews.CertificateRow;
import org.keyway.portal.page.KeyViews.KeyView;
import org.keyway.portal.page.MessagesPage.MessageRow;
import org.keyway.portal.page.OrderView.Ball;
import org.keyway.portal.page.OrderView.DocumentLink;
import org.keyway.portal.page.OrderView.Head;
import org.keyway.portal.page.OrderView.HistoryRow;
import org.keyway.portal.page.OrderView.InvoicePanel;
import org.keyway.portal.page.OrderView.PaperRow;
import org.keyway.portal.page.OrderView.ParcelPanel;
import org.keyway.portal.page.OrderView.PaymentPanel;
import org.keyway.portal.page.OrderView.RouteRow;
import org.keyway.portal.page.OrderView.TransferPanel;
import org.keyway.portal.page.OrdersPage.TabView;
import org.keyway.portal.page.RowViews.RowView;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.StaticWebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

/** Renders every page with made-up data: nothing missing, nothing in English; the result is kept for a look. */
class PagesTest {

    record Person(String name, boolean signedIn, boolean staff, boolean demo) {}

    private static final Person NOBODY = new Person("", false, false, true);
    private static final Person ZHANG = new Person("张测试", true, false, true);
    private static final Person LI = new Person("li", true, true, true);

    static Stream<Object[]> pages() {
        return Stream.of(
                page("hall", "hall", NOBODY, Map.of("lines", tiles())),
                page("login", "login", NOBODY, Map.of("news", "failed")),
                page("login-asked", "login", NOBODY, Map.of("news", "asked", "captcha", picture())),
                page("register-agreement", "register-agreement", NOBODY, agreement()),
                page("register", "register", NOBODY, registration(false)),
                page("register-individual", "register", NOBODY, registration(true)),
                page("register-done", "register-done", NOBODY, Map.of("account", "jianshe01")),
                page("password-reset", "password-reset", NOBODY, registration(false)),
                page("password-reset-code", "password-reset-code", NOBODY, Map.of("faults", Map.of("code", "验证码不对"))),
                page("guide", "guide-new-issuance", NOBODY, Map.of("cities", List.of("嵊州", "衢州", "兰溪"))),
                page("guide", "guide-special-service", NOBODY, Map.of("cities", List.of("嵊州"))),
                page("consent", "consent", ZHANG, consent()),
                page("apply", "apply", ZHANG, apply()),
                page("orders", "orders", ZHANG, orders(List.of(row(), draftRow(), returnedRow()))),
                page("orders-empty", "orders", ZHANG, orders(List.of())),
                page("order-pay", "order", ZHANG, Map.of("order", order(OrderStatus.AWAITING_PAYMENT, "Task_Pay"))),
                page(
                        "order-correct",
                        "order",
                        ZHANG,
                        Map.of("order", order(OrderStatus.RETURNED, "Task_CorrectApplication"))),
                page(
                        "order-write",
                        "order",
                        ZHANG,
                        Map.of("order", order(OrderStatus.AWAITING_SELF_WRITE, "Task_WriteOwnKey"))),
                page(
                        "order-bind",
                        "order",
                        ZHANG,
                        Map.of("order", order(OrderStatus.AWAITING_BINDING, "Task_BindKey"))),
                page("order-address", "order", ZHANG, Map.of("order", order(OrderStatus.EXCEPTION, "Task_FixAddress"))),
                page(
                        "order-stamped",
                        "order",
                        ZHANG,
                        Map.of("order", order(OrderStatus.RETURNED, "Task_UploadStamped"))),
                page(
                        "order-unlock",
                        "order",
                        ZHANG,
                        Map.of("order", order(OrderStatus.UNLOCKING, "Task_UnlockOwnKey"))),
                page("order-insert", "order", ZHANG, Map.of("order", order(OrderStatus.SUSPENDED, "Task_InsertKey"))),
                page("order-support", "order", ZHANG, reported("order", order(OrderStatus.EXCEPTION, null))),
                page("order-done", "order", ZHANG, Map.of("order", order(OrderStatus.COMPLETED, null))),
                page("order-rejected", "order", ZHANG, Map.of("order", order(OrderStatus.REJECTED, null))),
                page("keys", "keys", ZHANG, Map.of("keys", List.of(key()))),
                page("cashier", "cashier", ZHANG, Map.of("payment", payment(true, false))),
                page("cashier-paid", "cashier", ZHANG, Map.of("payment", payment(false, false))),
                page("cashier-joint", "cashier", ZHANG, Map.of("payment", payment(true, true))),
                page("cashier-joint-paid", "cashier", ZHANG, Map.of("payment", payment(false, true))),
                page("joint-payment", "joint-payment", ZHANG, joint()),
                page("messages", "messages", ZHANG, Map.of("messages", messages())),
                page("sandbox", "sandbox", LI, Map.of("now", "2026-11-21 12:00")),
                page("desk", "desk", LI, desk()),
                page("desk-statistics", "desk-statistics", LI, DeskSamples.statistics()),
                page("desk-batch", "desk-batch", LI, DeskSamples.batch()),
                page("desk-statement", "desk-statement", LI, DeskSamples.statement()),
                page("desk-audit", "desk-audit", LI, DeskSamples.audit()),
                page("sheet", "sheet", LI, reported("sheet", sheet())),
                page("verify", "verify", NOBODY, Map.of()),
                page("verify-file", "verify", NOBODY, Map.of("verdict", verdict())),
                page("verify-changed", "verify", NOBODY, Map.of("verdict", changed())),
                page("verify-serial", "verify", NOBODY, Map.of("serial", "17ab", "certificate", certificateVerdict())),
                page("verify-unknown", "verify", NOBODY, Map.of("serial", "17ab")),
                page("403", "error/403", ZHANG, Map.of()),
                page("404", "error/404", NOBODY, Map.of()),
                page("500", "error/500", NOBODY, Map.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageRendersInChinese(String name, String view, Map<String, Object> model) throws Exception {
        String html = render(view, model);
        Files.createDirectories(Path.of("target/preview"));
        Files.writeString(Path.of("target/preview", name + ".html"), html);
        Document page = Jsoup.parse(html);
        assertThat(page.title()).isNotBlank();
        assertThat(page.selectFirst("main, .kw-bare")).isNotNull();
        assertThat(page.select("script:not([src]):not([type=text/form-script])"))
                .isEmpty();
        assertThat(page.select("[style], [onclick], [onload]")).isEmpty();
        if (!view.equals("sandbox")) {
            page.select("script, svg, .kw-num, .text-break, option, [data-demo]")
                    .remove();
            assertThat(page.text().replaceAll("CA ?锁|PDF|JPG|MB|CA|K?W-?[0-9]+|XB[0-9]+|li", ""))
                    .as("English in front of people")
                    .doesNotContainPattern("[A-Za-z]{3,}");
        }
    }

    private static Map<String, Object> reported(String name, Object shown) {
        String found = "写锁助手环境检测\n[正常] 已插入锁：KW00000000017";
        return Map.of(
                name, shown, "mine", true, "reports", List.of(new ReportViews.ReportView("2026-11-21 10:12", found)));
    }

    private static Object[] page(String name, String view, Person viewer, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        all.put("viewer", viewer);
        return new Object[] {name, view, all};
    }

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

    private static Verdicts.CertificateVerdict certificateVerdict() {
        return new Verdicts.CertificateVerdict("17ab", true, "正常", "测试建设有限公司", "签名证书", "2026-11-21", "2027-11-21");
    }

    private static Verdicts.FileVerdict verdict() {
        return new Verdicts.FileVerdict(
                "VALID",
                "签名有效。",
                "测试建设有限公司",
                "2026-11-21 12:00",
                certificateVerdict(),
                List.of(new Verdicts.Reason(true, "文件签名后没有被改动。"), new Verdicts.Reason(false, "印章已经作废。")));
    }

    private static Verdicts.FileVerdict changed() {
        return new Verdicts.FileVerdict("CHANGED", "签名后被改动过。", "", "", null, List.of());
    }

    private static List<LineTile> tiles() {
        List<String> icons = List.of(
                "key",
                "arrow-repeat",
                "pencil-square",
                "files",
                "patch-check",
                "unlock",
                "shield-exclamation",
                "stars");
        return Arrays.stream(BusinessLine.values())
                .map(line -> new LineTile(line.slug(), icons.get(line.ordinal()), line == BusinessLine.NEW_ISSUANCE))
                .toList();
    }

    private static Map<String, String> picture() {
        Map<String, String> question = new HashMap<>();
        question.put("picture", "data:image/png;base64,iVBORw0KGgo=");
        question.put("words", null);
        return question;
    }

    private static Map<String, Object> agreement() {
        Consent text = new Consent("account-agreement", "2026-11", "锁业通用户注册协议", "/consents/x");
        return Map.of(
                "declined", true, "consents", List.of(text), "texts", Map.of("account-agreement", "<p>请阅读以下约定。</p>"));
    }

    private static Map<String, Object> registration(boolean individual) {
        Map<String, String> question = new HashMap<>();
        question.put("picture", null);
        question.put("words", "抽屉里有三把锁，又放进去四把，现在一共有几把？");
        return Map.of(
                "individual",
                individual,
                "values",
                Map.of("organizationName", "测试建设有限公司"),
                "faults",
                Map.of("uscc", "统一社会信用代码不正确", "captcha", "验证题的答案不对"),
                "captcha",
                question);
    }

    private static RegionPolicy policy() {
        Duration day = Duration.ofDays(1);
        return new RegionPolicy(
                "330781",
                "兰溪",
                true,
                List.of("ORGANIZATION"),
                "AFTER_REVIEW",
                "SELF_CODE",
                List.of("MAIL"),
                List.of("PREPAID"),
                List.of("SANDBOX", "ALIPAY"),
                "IMMEDIATE",
                3,
                day,
                day,
                day,
                day,
                day,
                day,
                false,
                "");
    }

    private static Map<String, Object> consent() {
        Consent text = new Consent("new-issuance-notice", "2026-11", "数字证书与电子签章办理告知确认书", "/consents/x");
        return Map.of(
                "line",
                "new-issuance",
                "cities",
                List.of(policy()),
                "region",
                "330781",
                "needs",
                new Requirements(List.of(), 0, "AFTER_REVIEW", List.of(), List.of("MAIL", "PICKUP"), 3, List.of(text)),
                "texts",
                Map.of("new-issuance-notice", "<p>您在本平台申请数字证书与电子签章，即表示您已阅读并同意以下约定。</p>"));
    }

    private static Map<String, Object> apply() {
        return Map.of(
                "line", "new-issuance",
                "form", HouseForm.html("new-issuance-start.html"),
                "region", "330683",
                "agreed", "new-issuance-notice:2026-11",
                "correcting", false);
    }

    private static RowView row() {
        return new RowView(
                "XB20261121000017",
                "新办",
                "嵊州",
                "测试建设有限公司",
                "¥300.00",
                "待支付",
                "amber",
                null,
                "申请人",
                "2026-11-21 10:12",
                "/orders/XB20261121000017",
                "去支付",
                true,
                "HB20261121000001P01");
    }

    private static RowView draftRow() {
        return new RowView(
                "XB20261121000018",
                "新办",
                "兰溪",
                "样例工程咨询有限公司",
                "",
                "编辑中",
                "grey",
                null,
                "申请人",
                "2026-11-21 11:30",
                "/apply/new-issuance?order=XB20261121000018",
                "继续填写",
                false,
                null);
    }

    private static RowView returnedRow() {
        return new RowView(
                "XB20261120000003",
                "新办",
                "衢州",
                "测试建设有限公司",
                "",
                "审核不通过（退回修改）",
                "amber",
                "营业执照：不清晰，无法辨认",
                "申请人",
                "2026-11-20 09:02",
                "/orders/XB20261120000003",
                "去修改",
                false,
                null);
    }

    private static Map<String, Object> orders(List<RowView> rows) {
        return Map.of(
                "tabs",
                Arrays.stream(Tab.values())
                        .map(tab -> new TabView(tab.name(), tab.ordinal() % 3))
                        .toList(),
                "filter",
                new ListForm("ALL", "", "", "", "", ""),
                "lines",
                Arrays.stream(BusinessLine.values()).map(BusinessLine::slug).toList(),
                "rows",
                rows,
                "total",
                23L,
                "page",
                1,
                "pages",
                3L,
                "payable",
                true);
    }

    private static Map<String, Object> desk() {
        return Map.of(
                "filter",
                new ListForm("", "测试", "", "", "", ""),
                "statuses",
                OrderStatus.values(),
                "rows",
                List.of(row(), returnedRow()),
                "total",
                2L,
                "tabs",
                DeskSamples.TABS,
                "late",
                DeskSamples.LATE);
    }

    private static OrderView order(OrderStatus status, String step) {
        boolean end = status.isEnd();
        List<OpenStep> steps = step == null
                ? List.of()
                : List.of(new OpenStep(
                        "t1", "XB20261121000017", step, stepName(step), null, "zhang", Instant.EPOCH, null));
        return new OrderView(
                new Head(
                        "XB20261121000017",
                        "new-issuance",
                        "新办",
                        "兰溪",
                        "测试建设有限公司",
                        status.name(),
                        wording().getMessage("status." + status, null, Locale.CHINA),
                        Tone.of(status),
                        "2026-11-21 10:12"),
                Milestones.of(BusinessLine.NEW_ISSUANCE, status, "WRITE", Optional.of(policy())),
                end
                        ? null
                        : new Ball(
                                true,
                                "申请人",
                                step == null ? "" : stepName(step),
                                "2026-11-21 10:40",
                                "2026-11-28 10:40",
                                "3 小时"),
                steps,
                List.of(new ReturnedText("business-licence", "营业执照", "不清晰，无法辨认（右下角看不清）")),
                null,
                end ? new OrderView.Next("变更", "/apply/change?from=XB20261121000017") : null,
                List.of("SANDBOX", "ALIPAY", "WECHAT"),
                new PaymentPanel("¥300.00", "待支付", "amber", null, null, null),
                new TransferPanel(
                        "XB26112100001768",
                        "¥300.00",
                        "示例数字证书服务中心",
                        "6200000000000000017",
                        "示例银行测试支行",
                        8,
                        "XB20261121000018",
                        "实收 200 元，少 100 元"),
                new InvoicePanel("普通发票", "测试建设有限公司", "已开具", "green", "26332000000000000017", "/x.pdf", null),
                new ParcelPanel(
                        "顺丰速运",
                        "SF0000000000017",
                        "运输中",
                        List.of(
                                new RouteRow("2026-11-21 18:00", "绍兴", "快件已发往嵊州"),
                                new RouteRow("2026-11-21 15:00", "杭州", "已揽收"))),
                List.of(key()),
                List.of(
                        new HistoryRow("提交申请", "申请人本人", "2026-11-21 10:12", "2026-11-21 10:12", ""),
                        new HistoryRow("客服审核", "工作人员", "2026-11-21 10:12", "2026-11-21 10:40", "材料齐全，通过")),
                List.of(new FieldSection(
                        "单位信息", List.of(new FieldText("organizationName", "单位名称", "测试建设有限公司", null, false)))),
                List.of(new PaperRow("营业执照", "测试执照.pdf", "/x")),
                List.of(new DocumentLink("application-form", "申请表", "/x.pdf")),
                !end,
                false,
                false,
                step != null && (step.equals("Task_UploadStamped") || step.equals("Task_FixAddress")),
                Map.of("consigneeName", "张测试"));
    }

    private static String stepName(String key) {
        return Map.of(
                        "Task_Pay",
                        "缴费",
                        "Task_CorrectApplication",
                        "修改重提",
                        "Task_WriteOwnKey",
                        "自助制证",
                        "Task_BindKey",
                        "绑定确认",
                        "Task_FixAddress",
                        "核对地址",
                        "Task_UnlockOwnKey",
                        "凭码解锁",
                        "Task_InsertKey",
                        "插入锁核对",
                        "Task_UploadStamped",
                        "上传盖章材料")
                .getOrDefault(key, key);
    }

    private static KeyView key() {
        return new KeyView(
                "KW00000017",
                "KW-2048",
                "使用中",
                List.of(
                        new CertificateRow("签名证书", "测试建设有限公司", "5f3a9c", "2026-11-21", "2027-11-21", "有效"),
                        new CertificateRow("加密证书", "测试建设有限公司", "5f3a9d", "2026-11-21", "2027-11-21", "有效")),
                "2027-11-21",
                List.of("renewal", "change", "unlock"));
    }

    private static PaymentPage payment(boolean open, boolean joint) {
        return new PaymentPage(
                "P1",
                joint ? null : "XB20261121000017",
                joint ? List.of(new CashierPage.Share("XB20261121000017", "¥300.00", "待支付", "amber")) : List.of(),
                "演示支付",
                "¥300.00",
                open,
                86_000,
                QrPicture.svg("keyway:P1"),
                open ? "待支付" : "已支付",
                "green",
                "支付成功，我们会继续为您办理。");
    }

    private static Map<String, Object> joint() {
        return Map.of(
                "parts",
                List.of(
                        new JointPaymentPage.Part(row(), "¥300.00"),
                        new JointPaymentPage.Part(row(), "¥300.00"),
                        new JointPaymentPage.Part(draftRow(), "")),
                "payable",
                List.of("XB20261121000017", "XB20261121000018"),
                "total",
                "¥600.00",
                "methods",
                List.of("SANDBOX", "BANK_TRANSFER"));
    }

    private static List<MessageRow> messages() {
        return List.of(new MessageRow(
                true,
                "13800000001",
                "2026-11-21 10:40",
                "您好，张测试：您的办件 XB20261121000017 已通过审核，请登录锁业通完成缴费。",
                "XB20261121000017"));
    }

    private static ReviewSheet sheet() {
        return new ReviewSheet(
                "XB20261121000017",
                "新办",
                "嵊州",
                1,
                "待审核",
                List.of(new FieldSection(
                        "单位信息", List.of(new FieldText("uscc", "统一社会信用代码", "91330683MA0TE5T08D", null, false)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
