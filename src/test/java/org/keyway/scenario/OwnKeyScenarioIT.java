package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.OwnKey;
import org.keyway.acceptance.RunningKeyway;
import org.openqa.selenium.By;

/** From "my keys": a change that fills itself in and is reviewed side by side, a replacement that ends by a find. */
class OwnKeyScenarioIT extends RunningKeyway {

    @BeforeAll
    static void needsABrowser() {
        if (Boolean.getBoolean("keyway.ci")) {
            assertThat(Browser.isHere())
                    .as("Chromium and its driver in /usr/bin")
                    .isTrue();
        }
        Assumptions.assumeTrue(Browser.isHere(), "skipped: no Chromium with chromedriver in /usr/bin");
    }

    @Test
    void changesTheLegalRepresentativeInTheRegister() throws IOException {
        OwnKey key = OwnKey.issuedTo(keyway, "zhang");
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots"))) {
            browser.open("/help/change").isChinese("guide change").shot("guide-change");
            starts(browser, "change", key);
            browser.click(By.cssSelector("input[name=changeTypes][value=LEGAL_REPRESENTATIVE]"));
            browser.fill("newLegalRepresentative", "新样例").reads("¥0.00");
            browser.uploadAll().isChinese("change form").shot("change-form");
            String orderNo = handsIn(browser, "BG");
            logout(browser);
            login(browser, "li");
            browser.open("/camunda/app/tasklist/default/");
            browser.click(By.xpath("//*[contains(@class,'task-filter')]//a[contains(normalize-space(.), '待认领')]"));
            browser.click(By.xpath("//li[contains(@class,'task')][contains(., '" + orderNo + "')]//h4//a"));
            browser.click(By.cssSelector("button.claim"));
            browser.reads("新旧对照").reads("新样例").shot("tasklist-comparison");
            browser.click(By.cssSelector("input[name=decision][value=APPROVE]"));
            browser.click(By.xpath("//button[@type='submit'][contains(@ng-click,'complete')]"));
            browser.losesSightOf(By.cssSelector("button.unclaim"));
            logout(browser);
            login(browser, "zhang");
            browser.open("/orders/" + orderNo)
                    .readsInTheEnd("已完成")
                    .isChinese("change completed")
                    .shot("change-completed");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void findsTheLostKeyAgain() throws IOException {
        OwnKey key = OwnKey.issuedTo(keyway, "zhao");
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots"))) {
            browser.open("/help/replacement").isChinese("guide replacement").shot("guide-replacement");
            starts(browser, "replacement", key);
            browser.choose("replacementReason", "LOST").choose("newKey", "true");
            browser.fill("consigneeName", "赵样例")
                    .fill("consigneeMobile", "13800000002")
                    .fill("consigneeAddress", "样例路1号");
            browser.chooseText(By.cssSelector("select[aria-label='省份']"), "浙江省");
            browser.chooseText(By.cssSelector("select[aria-label='城市']"), "绍兴市");
            browser.chooseText(By.cssSelector("select[aria-label='区县']"), "嵊州市");
            browser.uploadAll().isChinese("replacement form").shot("replacement-form");
            String orderNo = handsIn(browser, "BB");
            key.becomes("SUSPENDED");
            browser.open("/keys").reads("挂失").isChinese("suspended key").shot("keys-suspended");
            browser.open("/orders/" + orderNo)
                    .readsInTheEnd("原锁已找回")
                    .shot("replacement-order")
                    .press("原锁已找回")
                    .agrees()
                    .readsInTheEnd("已取消")
                    .isChinese("key found")
                    .shot("replacement-found");
            key.becomes("ACTIVE");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    /** Takes the way from the list of keys through the texts to the form that the lock has filled in. */
    private static void starts(Browser browser, String line, OwnKey key) {
        String account = line.equals("change") ? "zhang" : "zhao";
        login(browser, account);
        browser.open("/keys").shot("keys-" + line);
        browser.click(By.cssSelector("a[href='/apply/" + line + "?key=" + key.serial() + "']"));
        browser.choose("region", "330683").press("查看该城市的规定").reads("告知确认书");
        browser.isChinese("consent " + line).shot("consent-" + line);
        browser.tickAll(By.cssSelector("input[name=agreed]")).press("同意并开始填写");
        browser.see(By.cssSelector("[data-keyway=quote] strong"));
        assertThat(browser.see(By.name("keySerial")).getAttribute("value")).isEqualTo(key.serial());
        assertThat(browser.see(By.name("organizationName")).getAttribute("value"))
                .isEqualTo("测试建设有限公司");
    }

    private static String handsIn(Browser browser, String prefix) {
        browser.tickAll(By.cssSelector("input[name=consents]"));
        browser.press("提交信息").awaitAddress("/orders/" + prefix);
        browser.readsInTheEnd("待审核").isChinese("order handed in").shot("order-" + prefix);
        return browser.at().replaceAll(".*/orders/(" + prefix + "\\d+).*", "$1");
    }

    private static void login(Browser browser, String account) {
        browser.open("/login").fill("username", account).fill("password", "keyway");
        browser.click(By.cssSelector("main button[type=submit]"));
        browser.reads("退出");
    }

    private static void logout(Browser browser) {
        browser.open("/");
        browser.press("退出").awaitAddress("/login");
    }
}
