package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.HistoricTaskPermissions;
import org.camunda.bpm.engine.authorization.OptimizePermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.ProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.SystemPermissions;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.authorization.UserOperationLogCategoryPermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.RunningKeyway;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.interactions.Actions;

/** What staff read in Camunda's web applications is Chinese; only names of products and ids stay as they are. */
class StaffLanguageIT extends RunningKeyway {

    /** Products, formats, keys, metrics, permissions, and the ids of accounts, groups, processes, tables, variables and types. */
    private static final Set<String> NAMES = names();

    private static Set<String> names() {
        Set<String> names = new HashSet<>(
                Set.of(("Keyway Camunda Platform Cockpit Tasklist Admin Welcome cockpit tasklist welcome bpmn.io "
                                + "ID CA CSV JSON PDF XML UTC BPMN DMN "
                                + "li wu zheng wang feng chen chu zhang zhao qian sun admin analyst auditor "
                                + "applicant finance supervisor support customer-service key-operator trade-center "
                                + "camunda-admin default Alt PI DI TU FNI EDE "
                                + "String Integer Long Null null workspace forms processes IMMEDIATE MAIL OPERATOR "
                                + "orderNo line region round reason decision batchMode deliveryMode feeCents payTiming "
                                + "writeMode")
                        .split(" ")));
        for (Permission[] some : List.of(
                Permissions.values(),
                ProcessDefinitionPermissions.values(),
                ProcessInstancePermissions.values(),
                TaskPermissions.values(),
                BatchPermissions.values(),
                SystemPermissions.values(),
                OptimizePermissions.values(),
                HistoricTaskPermissions.values(),
                HistoricProcessInstancePermissions.values(),
                UserOperationLogCategoryPermissions.values())) {
            Arrays.stream(some).map(Permission::getName).forEach(names::add);
        }
        try (Stream<Path> models = Files.list(Path.of("processes"))) {
            models.map(file -> file.getFileName().toString().replaceAll("\\.\\w+$", ""))
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** What opens in front of Tasklist. */
    private static final List<By> DIALOGS = List.of(
            By.cssSelector(".start-process-action a"), By.linkText("键盘快捷键"), By.linkText("添加备注"), By.linkText("设置跟进日"));

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
    void welcomeAndAdminAreChinese() throws IOException {
        try (Browser browser = signedIn("admin")) {
            Words words = new Words(browser.driver(), NAMES);
            visit(browser, words, "/camunda/app/welcome/default/#!/welcome");
            for (String page : List.of(
                    "",
                    "users",
                    "user-create",
                    "users/li?tab=profile",
                    "users/li?tab=account",
                    "users/li?tab=groups",
                    "users/li?tab=tenants",
                    "groups",
                    "group-create",
                    "groups/customer-service?tab=information",
                    "groups/customer-service?tab=users",
                    "tenants",
                    "tenant-create",
                    "authorization?resource=0",
                    "authorization?resource=6",
                    "authorization?resource=7",
                    "system?section=system-settings-general",
                    "system?section=system-settings-metrics",
                    "system?section=system-settings-telemetry",
                    "system?section=system-settings-diagnostics")) {
                visit(browser, words, "/camunda/app/admin/default/#/" + page);
            }
            assertThat(words.texts()).isGreaterThan(20);
            assertThat(words.english()).isEmpty();
        }
    }

    @Test
    void tasklistIsChinese() throws IOException {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of());
        order.staffTask("li", "Task_ReviewApplication");
        try (Browser browser = signedIn("li")) {
            Words words = new Words(browser.driver(), NAMES);
            visit(browser, words, "/camunda/app/tasklist/default/");
            browser.click(By.xpath("//*[contains(@class,'task-filter')]//a[contains(normalize-space(.), '待认领')]"));
            browser.click(By.xpath("//li[contains(@class,'task')][contains(., '" + order.orderNo() + "')]//h4//a"));
            browser.see(By.cssSelector("button.claim"));
            settle(browser);
            words.reads("tasklist: unclaimed task");
            browser.click(By.cssSelector("button.claim"));
            browser.see(By.cssSelector("form[data-keyway=review] .kw-stage img"));
            words.reads("tasklist: review");
            int tabs = browser.driver()
                    .findElements(By.cssSelector(".task-details .nav-tabs li a, .tabs-wrap .nav-tabs a"))
                    .size();
            assertThat(tabs).isGreaterThan(2);
            for (int tab = 1; tab <= tabs; tab++) {
                browser.click(By.cssSelector(".nav-tabs li:nth-child(" + tab + ") a"));
                settle(browser);
                words.reads("tasklist: tab " + tab);
            }
            for (By dialog : DIALOGS) {
                browser.click(dialog);
                settle(browser);
                words.reads("tasklist: dialog " + dialog);
                new Actions(browser.driver()).sendKeys(Keys.ESCAPE).perform();
                browser.losesSightOf(By.cssSelector(".modal-dialog"));
            }
            assertThat(words.english()).isEmpty();
        }
    }

    @Test
    void cockpitIsChinese() throws IOException {
        Case order = Case.submitted(keyway, "zhang", "330683", Map.of());
        order.staffTask("li", "Task_ReviewApplication");
        try (Browser browser = signedIn("admin")) {
            Words words = new Words(browser.driver(), NAMES);
            for (String page :
                    List.of("dashboard", "processes", "decisions", "tasks", "repository", "batch", "reports")) {
                visit(browser, words, "/camunda/app/cockpit/default/#/" + page);
            }
            String definition = keyway.as("admin")
                    .get("/engine-rest/process-definition/key/new-issuance")
                    .json()
                    .get("id")
                    .asText();
            String instance = keyway.as("admin")
                    .get("/engine-rest/process-instance?businessKey=" + order.orderNo())
                    .json()
                    .at("/0/id")
                    .asText();
            visit(browser, words, "/camunda/app/cockpit/default/#/process-definition/" + definition + "/runtime");
            visit(
                    browser,
                    words,
                    "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=variables-tab");
            visit(
                    browser,
                    words,
                    "/camunda/app/cockpit/default/#/process-instance/" + instance + "/runtime?tab=user-tasks-tab");
            assertThat(words.english()).isEmpty();
        }
    }

    private static Browser signedIn(String account) throws IOException {
        Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots", "language"));
        browser.open("/login").fill("username", account).fill("password", "keyway");
        browser.click(By.cssSelector("main button[type=submit]"));
        browser.reads("退出");
        return browser;
    }

    private static void visit(Browser browser, Words words, String page) {
        browser.driver().get("about:blank");
        browser.open(page).see(By.cssSelector(".navbar, [cam-widget-header], .cam-header, header"));
        settle(browser);
        browser.shot(page.replaceAll("[^A-Za-z-]+", "_"));
        words.reads(page);
    }

    /** Waits until the words on the page have stayed the same for half a second. */
    private static void settle(Browser browser) {
        try {
            String before = "";
            for (int still = 0, look = 0; still < 5 && look < 50; look++) {
                Thread.sleep(100);
                String now = browser.driver().findElement(By.tagName("body")).getText();
                still = now.equals(before) ? still + 1 : 0;
                before = now;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
