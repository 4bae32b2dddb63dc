package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.Newcomer;
import org.keyway.acceptance.Paper;
import org.keyway.acceptance.RunningKeyway;
import org.openqa.selenium.By;

/** Every page that an applicant can meet: no serious fault by axe, nothing to scroll sideways on a small telephone. */
class AccessibilityIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final String LANXI = "330781";
    private static final String FEIXIAN = "371325";
    private static final String ORDOS = "150600";
    private static final By SUBMIT = By.cssSelector("main form button.btn-primary[type=submit]");

    private Browser browser;
    private Sight sight;

    @BeforeAll
    static void needsABrowser() {
        if (Boolean.getBoolean("keyway.ci")) {
            assertThat(Browser.isHere())
                    .as("Chromium and its driver in /usr/bin")
                    .isTrue();
        }
        Assumptions.assumeTrue(Browser.isHere(), "skipped: no Chromium with chromedriver in /usr/bin");
    }

    @BeforeEach
    void start() throws IOException {
        browser = new Browser(ADDRESS, Path.of("target", "screenshots", "access"));
        sight = new Sight(browser.driver());
    }

    @AfterEach
    void end() {
        browser.close();
    }

    @Test
    void pagesForEveryone() throws IOException {
        look("hall", "/");
        look("guide", "/help/new-issuance");
        look("consent text", "/consents/personal-information");
        look("login", "/login");
        browser.fill("username", "nobody").fill("password", "wrong").click(SUBMIT);
        browser.see(By.cssSelector("[role=alert]"));
        sight.judges("login refused");
        look("verify", "/verify");
        look("verify, unknown serial", "/verify?serial=1234567890abcdef");
        browser.open("/verify").see(By.id("file")).sendKeys(made(Paper.pdf()).toString());
        browser.press("验证文件").reads("文件验证结果");
        sight.judges("verify, unsigned file");
        look("not found", "/no-such-page");
        look("unknown line", "/help/no-such-line");
        registers();
        forgetsThePassword();
        isClean();
    }

    private void registers() {
        look("register: agreement", "/register");
        browser.press("不同意").reads("没有注册");
        sight.judges("register: declined");
        browser.click(By.cssSelector("button[value=AGREE]"));
        browser.reads("单位信息");
        sight.judges("register: information");
        look("register: information of a person", "/register/information?holderType=INDIVIDUAL");
        browser.open("/register/information").click(By.cssSelector("button[value=WORDS]"));
        browser.see(By.id("captcha-words"));
        Map<String, String> fields = Newcomer.organization("wuzhangai", "61");
        fields.forEach((name, value) -> {
            if (!name.equals("holderType")) {
                browser.fill(name, value);
            }
        });
        browser.fill("captcha", "1").click(SUBMIT);
        browser.see(By.cssSelector("[role=alert]"));
        sight.judges("register: with faults");
        browser.click(By.cssSelector("button[value=WORDS]"));
        browser.fill("password", Newcomer.PASSWORD)
                .fill("passwordConfirm", Newcomer.PASSWORD)
                .fill("captcha", Newcomer.answer(browser.driver().getPageSource()))
                .click(SUBMIT);
        browser.awaitAddress("/register/done");
        sight.judges("register: done");
    }

    private void forgetsThePassword() {
        look("password reset", "/password-reset");
        browser.click(By.cssSelector("button[value=WORDS]"));
        browser.see(By.id("captcha-words"));
        browser.fill("account", "nobody")
                .fill("mobile", "13800000000")
                .fill("captcha", Newcomer.answer(browser.driver().getPageSource()))
                .click(SUBMIT);
        browser.awaitAddress("/password-reset/code");
        sight.judges("password reset: code");
        browser.fill("code", "000000")
                .fill("password", Newcomer.PASSWORD)
                .fill("passwordConfirm", Newcomer.PASSWORD)
                .click(SUBMIT);
        browser.see(By.cssSelector("[role=alert], .kw-fault-text"));
        sight.judges("password reset: wrong code");
    }

    @Test
    void formOfTheApplicant() {
        login();
        look("consent without a city", "/apply/new-issuance");
        for (String region : List.of(SHENGZHOU, FEIXIAN)) {
            look("consent " + region, "/apply/new-issuance?region=" + region);
        }
        browser.tickAll(By.cssSelector("input[name=agreed]")).press("同意并开始填写");
        browser.see(By.cssSelector("[data-keyway=quote] strong"));
        sight.judges("form, empty");
        browser.press("提交信息").see(By.cssSelector(".kw-fault"));
        sight.judges("form with faults");
        Case draft = Case.drafted(keyway, "zhang", LANXI, Map.of());
        browser.open("/apply/new-issuance?order=" + draft.orderNo()).see(By.cssSelector("[data-keyway=quote] strong"));
        browser.see(By.cssSelector(".kw-paper"));
        sight.judges("form, filled in");
        look("draft", "/orders/" + draft.orderNo());
        isClean();
    }

    @Test
    void ordersOnTheirWay() {
        login();
        look("no keys", "/keys");
        Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        look("order in review", page(order));
        order.isReviewed(
                        "li",
                        "RETURN",
                        "请修改后重新提交",
                        "[{\"item\":\"business-licence\",\"code\":\"UNREADABLE\",\"note\":\"第 1 页看不清\"},"
                                + "{\"item\":\"organizationAddress\",\"code\":\"MISMATCH\",\"note\":\"与执照不一致\"}]")
                .becomes("RETURNED");
        look("order returned", page(order));
        browser.open("/apply/new-issuance?order=" + order.orderNo())
                .reads("其余内容已锁定")
                .see(By.cssSelector(".kw-paper"));
        sight.judges("form to correct");
        order.applicant()
                .patch(order.path(""), Map.of("fields", Map.of("organizationAddress", "浙江省嵊州市样例路2号")))
                .expect(200);
        order.isSubmitted().becomes("PENDING_REVIEW").isApproved().becomes("AWAITING_PAYMENT");
        order.ownTask("Task_Pay");
        look("order to pay", page(order));
        String payment = order.opensPayment();
        look("cashier", "/cashier/" + payment);
        browser.press("支付成功").reads("已支付");
        sight.judges("cashier, paid");
        order.becomes("TO_PROCESS");
        look("order to write", page(order));
        String serial = order.blankKey();
        order.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", serial)).becomes("TO_SHIP");
        order.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        order.courierSays("PICKED_UP", "DELIVERED").ownTask("Task_ConfirmReceipt");
        look("order shipped", page(order));
        order.does("Task_ConfirmReceipt", Map.of()).ownTask("Task_BindKey");
        look("order to bind", page(order));
        order.does("Task_BindKey", Map.of()).becomes("AWAITING_BINDING");
        look("order in binding", page(order));
        order.isDoneBy("chu", "Task_ConfirmBinding", Map.of("decision", "APPROVE"))
                .becomes("COMPLETED");
        look("order completed", page(order));
        look("keys", "/keys");
        look("orders", "/orders");
        look("orders, none found", "/orders?q=nothing-of-that-name");
        look("messages", "/messages");
        look("foreign order", "/orders/XB20200101000001");
        look("staff page", "/desk");
        isClean();
    }

    @Test
    void ordersInOtherStates() {
        login();
        Case lanxi = Case.submitted(keyway, "zhang", LANXI, Map.of()).isApproved();
        lanxi.becomes("AWAITING_PAYMENT").ownTask("Task_Pay");
        look("order to pay by transfer", page(lanxi));
        lanxi.attach("remittance-slip", Paper.pdf()).expect(201);
        lanxi.does("Task_Pay", Map.of("method", "BANK_TRANSFER")).becomes("REMITTANCE_CHECK");
        look("order with a remittance", page(lanxi));
        Case self = Case.submitted(keyway, "zhang", LANXI, Map.of()).isApproved();
        self.becomes("AWAITING_PAYMENT").isPaid();
        String serial = self.blankKey();
        self.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", serial)).becomes("SHIPPED");
        self.courierSays("PICKED_UP", "DELIVERED")
                .does("Task_ConfirmReceipt", Map.of())
                .becomes("AWAITING_SELF_WRITE")
                .ownTask("Task_WriteOwnKey");
        look("order to write oneself", page(self));
        Case lost = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of("consigneeAddress", "1号"))
                .isApproved();
        lost.becomes("AWAITING_PAYMENT").isPaid();
        String other = lost.blankKey();
        lost.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", other)).becomes("TO_SHIP");
        lost.isDoneBy("feng", "Task_PackParcel", Map.of("keySerial", other)).becomes("EXCEPTION");
        lost.ownTask("Task_FixAddress");
        look("address to correct", page(lost));
        Case window = Case.submitted(keyway, "zhang", FEIXIAN, Map.of("deliveryMode", "PICKUP", "freight", ""))
                .isApproved();
        window.becomes("AWAITING_PAYMENT").isPaid();
        window.isDoneBy("feng", "Task_WriteKey", Map.of("keySerial", window.blankKey()))
                .becomes("TO_COLLECT");
        look("order to collect", page(window));
        Case rejected = Case.submitted(keyway, "zhang", ORDOS, Map.of("freight", "COLLECT"));
        rejected.becomes("AWAITING_PAYMENT").isPaid().becomes("PENDING_REVIEW");
        rejected.isReviewed("li", "REJECT", "与登记信息不符", null).becomes("REFUNDED");
        look("order rejected and refunded", page(rejected));
        Case cancelled = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of()).becomes("PENDING_REVIEW");
        cancelled.applicant().delete(cancelled.path("")).expect(200, 202, 204);
        look("order cancelled", page(cancelled.becomes("CANCELLED")));
        isClean();
    }

    private void look(String name, String path) {
        browser.open(path).see(By.tagName("main"));
        sight.judges(name);
    }

    private static String page(Case order) {
        return "/orders/" + order.orderNo();
    }

    private void isClean() {
        assertThat(sight.pages()).isGreaterThan(5);
        assertThat(sight.faults()).isEmpty();
    }

    private void login() {
        browser.open("/login").fill("username", "zhang").fill("password", "keyway");
        browser.click(SUBMIT);
        browser.reads("退出");
    }

    private static Path made(Paper paper) throws IOException {
        return Files.write(Files.createTempDirectory("keyway-paper-").resolve(paper.fileName()), paper.content());
    }
}
