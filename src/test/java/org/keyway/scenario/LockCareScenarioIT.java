package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.Locks;
import org.keyway.acceptance.RunningKeyway;
import org.openqa.selenium.By;

/** As holders would: a forgotten PIN is reset and a seal is inspected from "my keys" on, in a browser. */
class LockCareScenarioIT extends RunningKeyway {

    private final Locks locks = new Locks(keyway, "zhang");

    @BeforeAll
    static void needsABrowser() {
        if (Boolean.getBoolean("keyway.ci")) {
            assertThat(Browser.isHere())
                    .as("Chromium and its driver in /usr/bin")
                    .isTrue();
        }
        Assumptions.assumeTrue(Browser.isHere(), "skipped: no Chromium with chromedriver in /usr/bin");
    }

    @AfterEach
    void clock() {
        keyway.clockIsReset();
    }

    @Test
    void unlocksWithACodeAndAnOwnPin() throws IOException {
        String serial = locks.inUse();
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots"))) {
            login(browser);
            browser.open("/help/unlock")
                    .reads("工作人员会知道我的口令吗")
                    .isChinese("guide-unlock")
                    .shot("guide-unlock");
            agrees(browser, "/apply/unlock?region=330683&key=" + serial);
            browser.see(By.cssSelector("#keySerial"));
            assertThat(browser.see(By.cssSelector("#organizationName")).getDomProperty("value"))
                    .isEqualTo("测试建设有限公司");
            browser.choose("unlockCause", "LOCKED").choose("unlockMode", "SELF_CODE");
            browser.uploadAll().isChinese("unlock-form").shot("unlock-form");
            Case order = handedIn(browser, "JS");
            browser.fill("identityCode", Locks.secret(order, "identity_code", "验证码"));
            browser.isChinese("unlock-identity").shot("unlock-identity");
            browser.press("核验");
            order.hasDone("Task_ConfirmIdentity")
                    .isApproved()
                    .becomes("UNLOCKING")
                    .ownTask("Task_UnlockOwnKey");
            browser.open("/orders/" + order.orderNo());
            browser.fill("authorizationCode", Locks.secret(order, "unlock_code", "解锁码"));
            browser.fill("newPin", "Kite-4711").fill("newPinConfirm", "Kite-4711");
            browser.isChinese("unlock-own").shot("unlock-own");
            browser.press("解锁");
            order.becomes("COMPLETED");
            browser.open("/orders/" + order.orderNo()).readsInTheEnd("已完成").shot("unlock-completed");
            assertThat(locks.state(serial)).isEqualTo("ACTIVE");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void inspectsTheSeal() throws IOException {
        String serial = locks.inUse();
        keyway.clockAdvances("P335D");
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots"))) {
            login(browser);
            browser.open("/help/annual-inspection")
                    .reads("锁要寄回吗")
                    .isChinese("guide-inspection")
                    .shot("guide-inspection");
            agrees(browser, "/apply/annual-inspection?region=150600&key=" + serial);
            browser.reads("¥60.00").isChinese("inspection-form").shot("inspection-form");
            Case order = handedIn(browser, "NJ");
            order.becomes("AWAITING_PAYMENT");
            order.ownTask("Task_Pay");
            order.applicant()
                    .post(order.path("/payments"), Map.of("method", "SANDBOX"))
                    .expect(201);
            String paymentNo = order.read().at("/payment/paymentNo").asText();
            keyway.as("wang")
                    .post("/sandbox/payments/" + paymentNo, Map.of("outcome", "PAID"))
                    .expect(200, 201, 202, 204);
            order.becomes("AWAITING_SELF_WRITE").ownTask("Task_WriteOwnKey");
            order.does("Task_WriteOwnKey", Map.of("keySerial", serial)).ownTask("Task_TestStamp");
            browser.open("/orders/" + order.orderNo())
                    .isChinese("inspection-stamp")
                    .shot("inspection-stamp");
            browser.press("测试盖章");
            order.becomes("COMPLETED");
            browser.open("/orders/" + order.orderNo()).readsInTheEnd("已完成").shot("inspection-completed");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private Case handedIn(Browser browser, String prefix) {
        browser.tickAll(By.cssSelector("input[name=consents]"));
        browser.press("修改保存").reads("已保存").press("提交信息").awaitAddress("/orders/" + prefix);
        String line = prefix.equals("JS") ? "unlock" : "annual-inspection";
        String orderNo = browser.at().replaceAll(".*/orders/(" + prefix + "\\d+).*", "$1");
        Case order = Case.known(keyway, line, "zhang", orderNo);
        if (prefix.equals("JS")) {
            order.ownTask("Task_ConfirmIdentity");
            browser.open("/orders/" + orderNo);
        }
        return order;
    }

    private static void agrees(Browser browser, String address) {
        browser.open(address).reads("告知");
        browser.tickAll(By.cssSelector("input[name=agreed]")).press("同意并开始填写");
    }

    private static void login(Browser browser) {
        browser.open("/login").fill("username", "zhang").fill("password", "keyway");
        browser.click(By.cssSelector("main button[type=submit]"));
        browser.reads("退出");
    }
}
