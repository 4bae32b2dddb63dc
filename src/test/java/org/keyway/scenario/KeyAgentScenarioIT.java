package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keyway.acceptance.AgentProcess;
import org.keyway.acceptance.RunningKeyway;
import org.keyway.acceptance.SelfWriting;
import org.keyway.ukey.pkcs11.SoftHsm;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The applicant at home: the page in Chromium drives the real agent, which writes a soft key, or one behind PKCS#11. */
class KeyAgentScenarioIT extends RunningKeyway {

    @TempDir
    Path home;

    @Autowired
    private JdbcClient jdbc;

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
    void writesASoftKeyAtHome() throws IOException {
        SelfWriting writing = SelfWriting.arrived(keyway, 1, any -> any);
        String file = writing.serials().get(0) + ".token";
        Files.createDirectories(home.resolve("tokens"));
        Files.move(DATA.resolve("tokens").resolve(file), home.resolve("tokens").resolve(file));
        drives(writing, "soft", "--soft-dir=" + home.resolve("tokens"));
    }

    @Test
    void writesAKeyBehindPkcs11AtHome() throws IOException {
        Path library = SoftHsm.library();
        String serial = SoftHsm.blank(home.resolve("counters"));
        SelfWriting writing = SelfWriting.arrived(keyway, 1, reserved -> {
            jdbc.sql("update key_device set serial = ? where serial = ?")
                    .params(serial, reserved)
                    .update();
            return serial;
        });
        drives(writing, "pkcs11", "--module=" + library, "--factory-so-pin=" + SoftHsm.FACTORY_SO_PIN);
    }

    private void drives(SelfWriting writing, String name, String... keys) throws IOException {
        String orderNo = writing.order().orderNo();
        String serial = writing.serials().get(0);
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots"));
                AgentProcess agent = new AgentProcess(ADDRESS, AGENT_PORT, home, Map.of(), keys)) {
            agent.start();
            browser.open("/login").fill("username", "zhao").fill("password", "keyway");
            browser.click(By.cssSelector("main button[type=submit]")).reads("\u9000\u51fa");
            browser.open("/orders/" + orderNo).press("\u8fde\u63a5\u5199\u9501\u52a9\u624b");
            browser.fill("code", agent.code()).press("\u914d\u5bf9").reads("\u5df2\u8fde\u63a5");
            browser.choose("serial", serial).press("\u73af\u5883\u68c0\u6d4b").reads("\u2713");
            browser.isChinese("agent").shot("agent-" + name);
            browser.fill("pin", "").click(By.cssSelector("[data-agent-run] [name=authorizationCode]"));
            browser.see(By.cssSelector("[data-agent-run] [name=authorizationCode]"))
                    .sendKeys(writing.codes().get(serial));
            browser.press("\u7528\u5199\u9501\u52a9\u624b\u5199\u9501");
            browser.readsInTheEnd("\u7528\u5199\u9501\u52a9\u624b\u6d4b\u8bd5\u76d6\u7ae0");
            browser.reads("\u5df2\u8fde\u63a5").choose("serial", serial).fill("pin", writing.pin());
            browser.shot("agent-stamp-" + name).press("\u7528\u5199\u9501\u52a9\u624b\u6d4b\u8bd5\u76d6\u7ae0");
            browser.readsInTheEnd("\u786e\u8ba4\u7ed1\u5b9a").shot("agent-done-" + name);
            assertThat(browser.complaints()).isEmpty();
            assertThat(agent.said()).doesNotContain(writing.pin()).doesNotContain("Exception");
        }
        assertThat(writing.order().read().at("/keys/0/certificates")).hasSize(2);
    }
}
