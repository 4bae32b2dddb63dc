package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.Keyway;
import org.keyway.acceptance.LockInUse;
import org.keyway.acceptance.Person;
import org.keyway.acceptance.RunningKeyway;
import org.openqa.selenium.By;

/** A holder renews the lock on the desk: from “my locks” to the written certificate, without leaving the browser. */
class RenewalScenarioIT extends RunningKeyway {

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
    void fromMyLocksToTheLongerLife() throws IOException {
        String serial = LockInUse.of(keyway, "330683");
        twentyDaysBeforeTheEnd(serial);
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots-renewal"))) {
            browser.open("/help/renewal").isChinese("guide").shot("guide");
            String orderNo = applies(browser, serial);
            isApproved(orderNo);
            pays(browser, orderNo);
            writes(browser, orderNo, serial);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private void twentyDaysBeforeTheEnd(String serial) {
        OffsetDateTime end = OffsetDateTime.parse(keyway.as("zhang")
                .get("/api/keys/" + serial)
                .json()
                .at("/certificates/0/notAfter")
                .asText());
        keyway.clockAdvances(
                Duration.between(OffsetDateTime.now(), end.minusDays(20)).toString());
    }

    private static String applies(Browser browser, String serial) {
        browser.open("/login").fill("username", "zhang").fill("password", "keyway");
        browser.click(By.cssSelector("main button[type=submit]"));
        browser.reads("退出");
        browser.open("/keys").reads(serial).isChinese("keys").shot("keys");
        browser.click(By.cssSelector("a[href='/apply/renewal?key=" + serial + "']"));
        browser.reads("办理城市");
        browser.open("/apply/renewal?region=330683&key=" + serial)
                .reads("续期告知")
                .isChinese("consent")
                .shot("consent");
        browser.tickAll(By.cssSelector("input[name=agreed]")).press("同意并开始填写");
        browser.see(By.cssSelector("[data-keyway=quote] strong"));
        assertThat(browser.see(By.name("keySerial")).getDomProperty("value")).isEqualTo(serial);
        assertThat(browser.see(By.name("organizationName")).getDomProperty("value"))
                .isEqualTo("测试建设有限公司");
        browser.reads("¥200.00").uploadAll().isChinese("form").shot("form");
        browser.tickAll(By.cssSelector("input[name=consents]"));
        browser.press("提交信息").awaitAddress("/orders/XQ");
        browser.readsInTheEnd("待审核").isChinese("order").shot("order-submitted");
        return browser.at().replaceAll(".*/orders/(XQ\\d+).*", "$1");
    }

    private void isApproved(String orderNo) {
        Person li = keyway.as("li");
        String task = Keyway.eventually(
                () -> {
                    var found = li.get(
                                    "/engine-rest/task?taskDefinitionKey=Task_ReviewApplication&processInstanceBusinessKey="
                                            + orderNo)
                            .json();
                    return found.isEmpty() ? null : found.at("/0/id").asText();
                },
                () -> "nobody reviews " + orderNo);
        li.post("/engine-rest/task/" + task + "/claim", Map.of("userId", "li")).expect(204);
        Case.complete(li, task, Map.of("decision", "APPROVE")).expect(200, 204);
    }

    private static void pays(Browser browser, String orderNo) {
        browser.open("/orders/" + orderNo).readsInTheEnd("待支付");
        browser.press("去支付").awaitAddress("/cashier/");
        browser.reads("200.00").press("支付成功").reads("已支付");
    }

    private static void writes(Browser browser, String orderNo, String serial) {
        browser.open("/orders/" + orderNo)
                .readsInTheEnd("开始写入")
                .reads("也不用到现场")
                .isChinese("order to write")
                .shot("order-to-write");
        assertThat(browser.see(By.name("keySerial")).getDomProperty("value")).isEqualTo(serial);
        assertThat(browser.shows(By.name("authorizationCode"))).isFalse();
        browser.press("开始写入");
        browser.open("/orders/" + orderNo).readsInTheEnd("测试盖章").shot("order-to-test");
        browser.press("测试盖章").readsInTheEnd("已完成").isChinese("order completed").shot("order-completed");
        browser.open("/keys").reads("已更换").isChinese("keys after").shot("keys-after");
    }
}
