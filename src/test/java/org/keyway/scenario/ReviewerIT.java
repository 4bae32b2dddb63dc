package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.keyway.acceptance.Case;
import org.keyway.acceptance.RunningKeyway;
import org.openqa.selenium.By;

/** A reviewer clears ten applications in Tasklist, three of them with defects, with fewer than six clicks each. */
class ReviewerIT extends RunningKeyway {

    private static final String SHENGZHOU = "330683";
    private static final int MOST = 5;
    private static final By NEXT = By.cssSelector(".kw-next button");
    private static final By BENCH = By.cssSelector("form[data-keyway=review] .kw-stage img");
    private static final By COMPLETE = By.xpath("//button[@type='submit'][contains(@ng-click,'complete')]");

    /** What the reviewer finds wrong: item, reason, whether it is a paper. */
    private record Defect(String item, String code, boolean paper) {}

    private static final Map<Integer, List<Defect>> DEFECTS = Map.of(
            2, List.of(new Defect("organizationAddress", "MISMATCH", false)),
            5, List.of(new Defect("handler-id", "UNREADABLE", true)),
            8,
                    List.of(
                            new Defect("organizationPhone", "WRONG_VALUE", false),
                            new Defect("postcode", "WRONG_VALUE", false)));

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
    void clearsTenOrdersWithFewClicks() throws IOException {
        Map<String, List<Defect>> prepared = new HashMap<>();
        List<Case> orders = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            Case order = Case.submitted(keyway, "zhang", SHENGZHOU, Map.of());
            order.staffTask("li", "Task_ReviewApplication");
            orders.add(order);
            prepared.put(order.orderNo(), DEFECTS.getOrDefault(at, List.of()));
        }
        Map<String, Integer> clicks = new HashMap<>();
        try (Browser browser = new Browser(ADDRESS, Path.of("target", "screenshots", "reviewer"))) {
            browser.open("/login").fill("username", "li").fill("password", "keyway");
            browser.click(By.cssSelector("main button[type=submit]"));
            browser.reads("退出").open("/camunda/app/tasklist/default/");
            browser.see(By.cssSelector(".task-filters"));
            while (!clicks.keySet().containsAll(prepared.keySet())) {
                int before = browser.clicks();
                String orderNo = opens(browser, clicks.isEmpty() ? orders.get(0).orderNo() : null);
                decides(browser, prepared.getOrDefault(orderNo, List.of()));
                browser.click(COMPLETE);
                clicks.put(orderNo, browser.clicks() - before);
                browser.losesSightOf(By.cssSelector("button.unclaim"));
            }
            browser.shot("ten-reviewed");
            assertThat(browser.complaints()).isEmpty();
        }
        clicks.keySet().retainAll(prepared.keySet());
        assertThat(clicks)
                .hasSize(10)
                .allSatisfy((order, count) -> assertThat(count).as(order).isLessThanOrEqualTo(MOST));
        for (Case order : orders) {
            List<Defect> defects = prepared.get(order.orderNo());
            order.becomes(defects.isEmpty() ? "AWAITING_PAYMENT" : "RETURNED");
            assertThat(items(order.read()))
                    .containsExactlyInAnyOrderElementsOf(
                            defects.stream().map(Defect::item).toList());
        }
    }

    private static List<String> items(JsonNode order) {
        List<String> items = new ArrayList<>();
        order.path("returnedItems").forEach(item -> items.add(item.get("item").asText()));
        return items;
    }

    /** The first by filter, card and claim; the others by the offer of the next one. Answers the order's number. */
    private static String opens(Browser browser, String first) {
        if (first != null) {
            browser.click(By.xpath("//*[contains(@class,'task-filter')]//a[contains(normalize-space(.), '待认领')]"));
            browser.click(By.xpath("//li[contains(@class,'task')][contains(., '" + first + "')]//h4//a"));
            browser.click(By.cssSelector("button.claim"));
        } else {
            browser.click(NEXT);
        }
        browser.see(By.cssSelector("button.unclaim"));
        browser.see(BENCH);
        return browser.see(By.cssSelector("form[data-keyway=review] .kw-head p"))
                .getText()
                .replaceAll(".*?(XB\\d+).*", "$1");
    }

    private static void decides(Browser browser, List<Defect> defects) {
        if (defects.isEmpty()) {
            browser.click(By.cssSelector("input[name=decision][value=APPROVE]"));
        }
        for (Defect defect : defects) {
            sendsBack(browser, defect);
        }
    }

    private static void sendsBack(Browser browser, Defect defect) {
        String reasons = "input[name='kw-reason-" + defect.item() + "']";
        if (defect.paper()) {
            browser.click(By.xpath("//*[contains(@class,'kw-tabs')]/button[contains(., '身份证')]"));
        }
        browser.click(By.xpath(
                "//div[label/input[@type='checkbox']][.//input[@name='kw-reason-" + defect.item() + "']]/label/input"));
        By reason = By.cssSelector(reasons + "[value=" + defect.code() + "]");
        if (!browser.see(reason).isSelected()) {
            browser.click(reason);
        }
    }
}
