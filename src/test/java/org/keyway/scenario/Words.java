package org.keyway.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openqa.selenium.chrome.ChromeDriver;

/** Reads every word that a page shows or speaks and keeps those in Latin letters that are neither name nor id. */
final class Words {

    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9_.:@/#+-]*[A-Za-z0-9]|[A-Za-z]{2,}");
    private static final Pattern ID =
            Pattern.compile(".*[0-9_@:/].*|[a-z]+(?:-[a-z]+)*\\.(?:bpmn|dmn|form|html|json|pdf)|ctrl(?:\\+[a-z]+)+");
    private static final String TEXTS = """
            const seen = [document.title];
            const shown = (part) => part && part.checkVisibility({ opacityProperty: true, visibilityProperty: true });
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const part = walker.currentNode.parentElement;
              if (!/^(SCRIPT|STYLE|TEMPLATE|NOSCRIPT)$/.test(part.tagName) && shown(part)) seen.push(walker.currentNode.nodeValue);
            }
            for (const part of document.querySelectorAll('[placeholder],[title],[aria-label],[alt],[tooltip],[uib-tooltip]')) {
              if (shown(part)) for (const name of ['placeholder', 'title', 'aria-label', 'alt', 'tooltip', 'uib-tooltip']) seen.push(part.getAttribute(name) || '');
            }
            return [...new Set(seen.map((text) => text.trim()).filter((text) => /[A-Za-z]{2}/.test(text)))];
            """;

    private final ChromeDriver driver;
    private final Set<String> names;
    private final List<String> english = new ArrayList<>();
    private int texts;

    Words(ChromeDriver driver, Set<String> names) {
        this.driver = driver;
        this.names = names;
    }

    void reads(String page) {
        for (Object text : (List<?>) driver.executeScript(TEXTS)) {
            texts++;
            Set<String> words = foreign(text.toString());
            if (!words.isEmpty()) {
                english.add(page + ": " + words + " in “"
                        + text.toString().lines().findFirst().orElse("") + "”");
            }
        }
    }

    /** The words of a text that are no name and no id. */
    private Set<String> foreign(String text) {
        Set<String> words = new TreeSet<>();
        Matcher found = LATIN.matcher(text);
        while (found.find()) {
            String word = found.group();
            if (!names.contains(word) && !ID.matcher(word).matches()) {
                words.add(word);
            }
        }
        return words;
    }

    List<String> english() {
        return english;
    }

    int texts() {
        return texts;
    }
}
