package org.keyway.scenario;

import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openqa.selenium.chrome.ChromeDriver;

/** Looks at a page as people who see, read or point badly meet it: axe and a narrow screen. */
final class Sight {

    private static final Set<String> GRAVE = Set.of("serious", "critical");
    private static final int WIDE = 1440;
    private static final int NARROW = 360;
    private static final String TOO_WIDE = """
            const edge = document.documentElement.clientWidth;
            if (document.documentElement.scrollWidth <= edge) return [];
            const wide = [...document.querySelectorAll('body *')]
              .filter((part) => part.getBoundingClientRect().right > edge + 1 && !part.closest('.kw-nav'))
              .map((part) => part.tagName.toLowerCase() + '.' + part.className)
              .slice(0, 4);
            return wide.length ? wide : ['the page'];
            """;

    private final ChromeDriver driver;
    private final List<String> faults = new ArrayList<>();
    private int pages;

    Sight(ChromeDriver driver) {
        this.driver = driver;
    }

    /** Judges the page that is open, at the width of a desk and of a small telephone. */
    void judges(String page) {
        pages++;
        width(WIDE);
        axe(page + " (" + WIDE + " px)");
        width(NARROW);
        axe(page + " (" + NARROW + " px)");
        List<?> wide = (List<?>) driver.executeScript(TOO_WIDE);
        if (!wide.isEmpty()) {
            faults.add(page + ": scrolls sideways at " + NARROW + " px because of " + wide);
        }
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    }

    List<String> faults() {
        return faults;
    }

    int pages() {
        return pages;
    }

    private void width(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    private void axe(String page) {
        for (Rule rule : new AxeBuilder().analyze(driver).getViolations()) {
            if (GRAVE.contains(rule.getImpact())) {
                for (CheckedNode node : rule.getNodes()) {
                    faults.add(page + ": " + rule.getId() + " (" + rule.getImpact() + ") at " + node.getTarget() + " "
                            + node.getHtml());
                }
            }
        }
    }
}
