package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.keyway.acceptance.AgentProcess;
import org.keyway.acceptance.Case;
import org.openqa.selenium.By;

/** The holder before a browser, with the key agent open beside it: every job as the order's page lets one do it. */
final class KeyAtHome {

    private final Browser browser;
    private final AgentProcess agent;
    private final String serial;
    private String pin = "";

    KeyAtHome(Browser browser, AgentProcess agent, String serial) {
        this.browser = browser;
        this.agent = agent;
        this.serial = serial;
    }

    KeyAtHome knows(String newPin) {
        pin = newPin;
        return this;
    }

    /** Signs in and tells this browser once the code in the agent's window. */
    void pairs(String account, Case order) {
        browser.open("/login").fill("username", account).fill("password", "keyway");
        browser.click(By.cssSelector("main button[type=submit]")).reads("退出");
        browser.open("/orders/" + order.orderNo()).press("连接写锁助手");
        browser.fill("code", agent.code()).press("配对").reads("已连接写锁助手");
    }

    /** A blank key, with the code that was sent. */
    void issues(Case order, String code, String shot) {
        at(order);
        browser.isChinese(shot).shot(shot);
        browser.fill("authorizationCode", code).press("用写锁助手写锁");
        browser.reads("写锁完成").readsInTheEnd("用写锁助手测试盖章");
        stamps(order);
    }

    /** A key in use, with nothing but its PIN. */
    void writes(Case order, String shot) {
        at(order);
        browser.isChinese(shot).shot(shot);
        browser.fill("pin", pin).press("用写锁助手写锁");
        browser.reads("写锁完成").readsInTheEnd("用写锁助手测试盖章");
        stamps(order);
    }

    /** Asks for what the key refuses: nothing is written and the page says why. */
    void fails(Case order, String wrongPin, String why) {
        at(order);
        browser.fill("pin", wrongPin).press("用写锁助手写锁").reads(why).reads("会从断开处接着写");
        browser.shot("agent-refused");
        assertThat(browser.complaints().removeIf(each -> each.contains("/job - ") && each.contains("409")))
                .as("what the agent refused, as the console says it")
                .isTrue();
    }

    private void stamps(Case order) {
        order.ownTask("Task_TestStamp");
        at(order);
        browser.fill("pin", pin).press("用写锁助手测试盖章").reads("测试盖章完成");
    }

    /** The one-time code and a PIN of one's own, which stays at home. */
    void unlocks(Case order, String code, String newPin) {
        at(order);
        browser.isChinese("agent-unlock").shot("agent-unlock");
        typesCode(code).press("用写锁助手解锁").reads("两次输入的新口令不一样");
        browser.fill("newPin", newPin).fill("newPinConfirm", newPin).press("用写锁助手解锁");
        browser.reads("解锁完成");
        order.becomes("COMPLETED");
        pin = newPin;
    }

    private Browser typesCode(String code) {
        return browser.fill("authorizationCode", code)
                .fill("newPin", "Kite-4711")
                .fill("newPinConfirm", "other-one");
    }

    /** The key that was lost is back. */
    void shows(Case loss) {
        at(loss);
        browser.isChinese("agent-insert").shot("agent-insert");
        browser.fill("pin", pin).press("用写锁助手核对").reads("核对完成");
    }

    /** From "my keys": reads what is plugged in and changes its PIN. */
    void changesPin(String newPin, String shot) {
        browser.arrives("/keys").click(By.cssSelector("[data-agent-care] summary"));
        browser.reads("锁号 " + serial).reads("用这把锁办理").isChinese(shot);
        browser.choose("serial", serial);
        browser.fill("pin", pin).fill("newPin", newPin).fill("newPinConfirm", newPin);
        browser.shot(shot).press("修改口令").reads("口令已修改");
        pin = newPin;
    }

    /** Looks what is wrong with this PC and hands the findings to technical support. */
    void reports(Case order) {
        at(order);
        browser.press("环境检测").reads("✓").press("把检测报告附给技术支持");
        browser.reads("技术支持可以看到").shot("agent-report");
        browser.arrives("/orders/" + order.orderNo()).reads("环境检测报告");
    }

    private void at(Case order) {
        browser.arrives("/orders/" + order.orderNo()).reads("已连接写锁助手");
        browser.choose("serial", serial);
    }

    void complainsOfNothing(String... secrets) {
        assertThat(browser.complaints()).isEmpty();
        assertThat(agent.said()).doesNotContain("Exception").doesNotContain(secrets);
    }
}
