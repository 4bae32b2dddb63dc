package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.Applicant;
import org.keyway.acceptance.Person;
import org.keyway.acceptance.RunningKeyway;
import org.openqa.selenium.By;

/** As new users would: the applicant applies, staff work in Tasklist, the partners answer, the lock is bound. */
class NewIssuanceScenarioIT extends RunningKeyway {

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
    void fromApplicationToBoundLock() throws IOException {
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots"))) {
            looksAround(browser);
            String orderNo = applies(browser);
            reviews(browser, orderNo);
            pays(browser, orderNo);
            String serial = writes(browser, orderNo);
            packs(browser, orderNo, serial);
            courierDelivers(browser, orderNo);
            signsAndBinds(browser, orderNo);
            confirmsBinding(browser, orderNo);
            isCompleted(browser, orderNo);
            assertThat(browser.complaints()).isEmpty();
        }
    }

    private static void looksAround(Browser browser) {
        browser.open("/").reads("办事大厅").isChinese("hall").shot("hall");
        browser.open("/help/new-issuance").isChinese("guide").shot("guide");
    }

    private static void login(Browser browser, String account) {
        browser.open("/login")
                .fill("username", account)
                .fill("password", "keyway")
                .isChinese("login")
                .shot("login-" + account);
        browser.click(By.cssSelector("main button[type=submit]"));
        browser.reads("退出");
    }

    private static void logout(Browser browser) {
        browser.open("/");
        browser.press("退出").awaitAddress("/login");
    }

    private static String applies(Browser browser) {
        login(browser, "zhang");
        browser.open("/apply/new-issuance?region=330683")
                .reads("告知")
                .isChinese("consent")
                .shot("consent");
        browser.tickAll(By.cssSelector("input[name=agreed]")).press("同意并开始填写");
        browser.see(By.cssSelector("[data-keyway=quote] strong"));
        fillIn(browser);
        browser.reads("¥300.00").uploadAll().isChinese("form").shot("form");
        browser.tickAll(By.cssSelector("input[name=consents]"));
        browser.press("修改保存").reads("已保存").press("提交信息").awaitAddress("/orders/XB");
        browser.readsInTheEnd("待审核").isChinese("order").shot("order-submitted");
        String orderNo = browser.at().replaceAll(".*/orders/(XB\\d+).*", "$1");
        browser.open("/orders").reads("测试建设有限公司").isChinese("orders").shot("orders");
        browser.open("/messages").reads(orderNo).isChinese("messages").shot("messages");
        browser.open("/keys").isChinese("keys").shot("keys-before");
        logout(browser);
        return orderNo;
    }

    private static void fillIn(Browser browser) {
        Map<String, Object> fields = Applicant.organization();
        for (String name : new String[] {
            "organizationName",
            "organizationNameConfirm",
            "uscc",
            "usccConfirm",
            "legalRepresentative",
            "organizationPhone",
            "organizationAddress",
            "handlerName",
            "handlerIdNumber",
            "handlerMobile",
            "handlerEmail",
            "consigneeName",
            "consigneeMobile",
            "consigneeAddress"
        }) {
            browser.fill(name, fields.get(name).toString());
        }
        browser.chooseText(By.cssSelector("select[aria-label='省份']"), "浙江省");
        browser.chooseText(By.cssSelector("select[aria-label='城市']"), "绍兴市");
        browser.chooseText(By.cssSelector("select[aria-label='区县']"), "嵊州市");
    }

    /** Opens the step of the order in Tasklist and claims it. */
    private static void claims(Browser browser, String account, String filter, String orderNo) {
        login(browser, account);
        browser.open("/camunda/app/tasklist/default/");
        browser.click(
                By.xpath("//*[contains(@class,'task-filter')]//a[contains(normalize-space(.), '" + filter + "')]"));
        browser.click(By.xpath("//li[contains(@class,'task')][contains(., '" + orderNo + "')]//h4//a"));
        browser.clickUntil(By.cssSelector("button.claim"), By.cssSelector("button.unclaim"));
    }

    private static void completes(Browser browser) {
        browser.click(By.xpath("//button[@type='submit'][contains(@ng-click,'complete')]"));
        browser.losesSightOf(By.cssSelector("button.unclaim"));
    }

    private static void reviews(Browser browser, String orderNo) {
        claims(browser, "li", "待认领", orderNo);
        browser.reads("测试建设有限公司").see(By.cssSelector(".kw-stage img"));
        browser.shot("tasklist-review");
        browser.click(By.xpath("//*[contains(@class,'kw-tabs')]/button[2]"));
        browser.see(By.cssSelector(".kw-stage img"));
        browser.click(By.cssSelector("input[name=decision][value=APPROVE]"));
        completes(browser);
        browser.shot("tasklist-approved");
        logout(browser);
    }

    private static void pays(Browser browser, String orderNo) {
        login(browser, "zhang");
        browser.open("/orders/" + orderNo)
                .readsInTheEnd("待支付")
                .isChinese("order to pay")
                .shot("order-to-pay");
        browser.press("去支付").awaitAddress("/cashier/");
        browser.reads("300.00").isChinese("cashier").shot("cashier");
        browser.press("支付成功").reads("已支付").isChinese("cashier paid").shot("cashier-paid");
        browser.open("/orders/" + orderNo).readsInTheEnd("待处理").shot("order-paid");
        logout(browser);
    }

    private String writes(Browser browser, String orderNo) {
        Person feng = keyway.as("feng");
        String serial = feng.post("/sandbox/keys", Map.of("model", "KW-2048", "quantity", 1, "state", "BLANK"))
                .json()
                .at("/0/serial")
                .asText();
        claims(browser, "feng", "待认领", orderNo);
        browser.shot("tasklist-write");
        formField(browser, serial);
        completes(browser);
        return serial;
    }

    private static void packs(Browser browser, String orderNo, String serial) {
        browser.open("/");
        logout(browser);
        claims(browser, "feng", "待认领", orderNo);
        formField(browser, serial);
        browser.shot("tasklist-pack");
        completes(browser);
        browser.open("/desk").reads("工作台").shot("desk");
    }

    /** The one text field of a Camunda Form. */
    private static void formField(Browser browser, String text) {
        browser.see(By.cssSelector(".fjs-form-field-textfield input")).sendKeys(text);
    }

    private void courierDelivers(Browser browser, String orderNo) {
        String waybill = org.keyway.acceptance.Keyway.eventually(
                () -> {
                    var number = keyway.as("zhang")
                            .get("/api/orders/" + orderNo)
                            .json()
                            .at("/parcel/waybillNo");
                    return number.isTextual() ? number.asText() : null;
                },
                () -> "no waybill for " + orderNo);
        browser.open("/sandbox").reads("演练台");
        for (String event : new String[] {"PICKED_UP", "DELIVERED"}) {
            browser.fill("waybillNo", waybill)
                    .choose("event", event)
                    .press("推送")
                    .reads("已完成");
        }
        browser.shot("sandbox");
        logout(browser);
    }

    private static void signsAndBinds(Browser browser, String orderNo) {
        login(browser, "zhang");
        browser.open("/orders/" + orderNo)
                .readsInTheEnd("已发货")
                .isChinese("order shipped")
                .shot("order-shipped");
        browser.click(By.cssSelector("#step-Task_ConfirmReceipt button"));
        browser.readsInTheEnd("待绑定").isChinese("order to bind").shot("order-to-bind");
        browser.click(By.cssSelector("#step-Task_BindKey button"));
        browser.open("/keys").isChinese("keys").shot("keys");
        logout(browser);
    }

    private static void confirmsBinding(Browser browser, String orderNo) {
        claims(browser, "chu", "待认领", orderNo);
        if (browser.shows(By.cssSelector(".fjs-form-field-select"))) {
            browser.click(By.cssSelector(
                    ".fjs-form-field-select .fjs-input-group, .fjs-form-field-select .fjs-select-display"));
            browser.click(By.cssSelector(".fjs-dropdownlist-item"));
        } else {
            browser.click(By.cssSelector(".fjs-form-field-radio input"));
        }
        browser.shot("tasklist-binding");
        completes(browser);
        logout(browser);
    }

    private static void isCompleted(Browser browser, String orderNo) {
        login(browser, "zhang");
        browser.open("/orders/" + orderNo)
                .readsInTheEnd("已完成")
                .isChinese("order completed")
                .shot("order-completed");
        browser.open("/keys").isChinese("keys").shot("keys-after");
        assertThat(browser.at()).matches(Pattern.compile("/keys.*"));
    }
}
