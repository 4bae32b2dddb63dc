package org.keyway.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keyway.order.BusinessLine;
import org.keyway.order.OrderStatus;

/** Renders every page with made-up data: nothing missing, nothing in English; the result is kept for a look. */
class PagesTest {

    record Person(String name, boolean signedIn, boolean staff, boolean demo) {}

    private static final Person NOBODY = new Person("", false, false, true);
    private static final Person ZHANG = new Person("张测试", true, false, true);
    private static final Person LI = new Person("li", true, true, true);

    static Stream<Object[]> pages() {
        return Stream.of(
                page("hall", "hall", NOBODY, Map.of("lines", DoorSamples.tiles())),
                page("login", "login", NOBODY, Map.of("news", "failed")),
                page("login-asked", "login", NOBODY, Map.of("news", "asked", "captcha", DoorSamples.picture())),
                page("register-agreement", "register-agreement", NOBODY, DoorSamples.agreement()),
                page("register", "register", NOBODY, DoorSamples.registration(false)),
                page("register-individual", "register", NOBODY, DoorSamples.registration(true)),
                page("register-done", "register-done", NOBODY, Map.of("account", "jianshe01")),
                page("password-reset", "password-reset", NOBODY, DoorSamples.registration(false)),
                page("password-reset-code", "password-reset-code", NOBODY, Map.of("faults", Map.of("code", "验证码不对"))),
                page("guide", "guide-new-issuance", NOBODY, Map.of("cities", List.of("嵊州", "衢州", "兰溪"))),
                page("guide", "guide-special-service", NOBODY, Map.of("cities", List.of("嵊州"))),
                page("consent", "consent", ZHANG, ApplicationSamples.consent()),
                page("apply", "apply", ZHANG, ApplicationSamples.apply()),
                page(
                        "orders",
                        "orders",
                        ZHANG,
                        ApplicationSamples.orders(List.of(
                                ApplicationSamples.row(),
                                ApplicationSamples.draftRow(),
                                ApplicationSamples.returnedRow()))),
                page("orders-empty", "orders", ZHANG, ApplicationSamples.orders(List.of())),
                page(
                        "order-pay",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.AWAITING_PAYMENT, "Task_Pay"))),
                page(
                        "order-correct",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.RETURNED, "Task_CorrectApplication"))),
                page(
                        "order-write",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.AWAITING_SELF_WRITE, "Task_WriteOwnKey"))),
                page(
                        "order-bind",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.AWAITING_BINDING, "Task_BindKey"))),
                page(
                        "order-address",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.EXCEPTION, "Task_FixAddress"))),
                page(
                        "order-stamped",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.RETURNED, "Task_UploadStamped"))),
                page(
                        "order-unlock",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.UNLOCKING, "Task_UnlockOwnKey"))),
                page(
                        "order-insert",
                        "order",
                        ZHANG,
                        Map.of("order", OrderSamples.order(OrderStatus.SUSPENDED, "Task_InsertKey"))),
                page(
                        "order-support",
                        "order",
                        ZHANG,
                        reported("order", OrderSamples.order(OrderStatus.EXCEPTION, null))),
                page("order-done", "order", ZHANG, Map.of("order", OrderSamples.order(OrderStatus.COMPLETED, null))),
                page("order-rejected", "order", ZHANG, Map.of("order", OrderSamples.order(OrderStatus.REJECTED, null))),
                page("keys", "keys", ZHANG, Map.of("keys", List.of(OrderSamples.key()))),
                page("cashier", "cashier", ZHANG, Map.of("payment", OrderSamples.payment(true, false))),
                page("cashier-paid", "cashier", ZHANG, Map.of("payment", OrderSamples.payment(false, false))),
                page("cashier-joint", "cashier", ZHANG, Map.of("payment", OrderSamples.payment(true, true))),
                page("cashier-joint-paid", "cashier", ZHANG, Map.of("payment", OrderSamples.payment(false, true))),
                page("joint-payment", "joint-payment", ZHANG, OrderSamples.joint()),
                page("messages", "messages", ZHANG, Map.of("messages", OrderSamples.messages())),
                page("sandbox", "sandbox", LI, Map.of("now", "2026-11-21 12:00")),
                page("desk", "desk", LI, SheetSamples.desk()),
                page("desk-statistics", "desk-statistics", LI, DeskSamples.statistics()),
                page("desk-batch", "desk-batch", LI, DeskSamples.batch()),
                page("desk-statement", "desk-statement", LI, DeskSamples.statement()),
                page("desk-audit", "desk-audit", LI, DeskSamples.audit()),
                page("sheet", "sheet", LI, reported("sheet", SheetSamples.sheet())),
                page("verify", "verify", NOBODY, Map.of()),
                page("verify-file", "verify", NOBODY, Map.of("verdict", DoorSamples.verdict())),
                page("verify-changed", "verify", NOBODY, Map.of("verdict", DoorSamples.changed())),
                page(
                        "verify-serial",
                        "verify",
                        NOBODY,
                        Map.of("serial", "17ab", "certificate", DoorSamples.certificateVerdict())),
                page("verify-unknown", "verify", NOBODY, Map.of("serial", "17ab")),
                page("403", "error/403", ZHANG, Map.of()),
                page("404", "error/404", NOBODY, Map.of()),
                page("500", "error/500", NOBODY, Map.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyPageRendersInChinese(String name, String view, Map<String, Object> model) throws Exception {
        String html = PageRendering.render(view, model);
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

    @ParameterizedTest
    @EnumSource
    void aLineThatIsNotOpenSaysWhereToGo(BusinessLine line) {
        for (String wording : List.of("", ".purpose", ".meanwhile")) {
            assertThat(PageRendering.wording()
                            .getMessage("line." + line.slug() + wording, null, Locale.SIMPLIFIED_CHINESE))
                    .isNotBlank();
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
}
