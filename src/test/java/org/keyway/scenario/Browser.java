package org.keyway.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.regex.Pattern;
import org.keyway.acceptance.Paper;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A person's browser: does what people do, and keeps what they would complain about. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final long PATIENT_NANOS = 5_000_000_000L;
    private static final Pattern ENGLISH = Pattern.compile("(?:\\b[A-Za-z]{2,}\\b[ ,]+){2,}[A-Za-z]{2,}");

    private final ChromeDriver driver;
    private final String address;
    private final Path screenshots;
    private final List<String> complaints = new ArrayList<>();
    private int shots;
    private int clicks;

    Browser(String address, Path screenshots) throws IOException {
        this.address = address;
        this.screenshots = Files.createDirectories(screenshots);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--force-prefers-reduced-motion",
                "--lang=zh-CN",
                "--window-size=1440,1100",
                "--user-data-dir=" + Files.createTempDirectory("keyway-browser-"));
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .usingAnyFreePort()
                        .build(),
                options);
    }

    static boolean isHere() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** The machine under the browser, for measurements that no person makes. */
    ChromeDriver driver() {
        return driver;
    }

    Browser open(String path) {
        driver.get(address + path);
        return this;
    }

    /** Opens a page even when the former one is just about to load itself again. */
    Browser arrives(String path) {
        open(path);
        await(d -> at().endsWith(path) || open(path).at().endsWith(path), "to arrive at " + path);
        return this;
    }

    Browser fill(String name, String text) {
        WebElement input = see(By.cssSelector("[name='" + name + "']"));
        input.clear();
        input.sendKeys(text);
        return this;
    }

    Browser choose(String name, String value) {
        new Select(see(By.cssSelector("select[name='" + name + "']"))).selectByValue(value);
        return this;
    }

    Browser chooseText(By list, String text) {
        await(
                d -> new Select(d.findElement(list)).getOptions().stream().anyMatch(option -> option.getText()
                        .equals(text)),
                text);
        new Select(driver.findElement(list)).selectByVisibleText(text);
        return this;
    }

    /** Presses the button or link with this text. */
    Browser press(String text) {
        return click(By.xpath("//*[self::button or self::a][contains(normalize-space(.), '" + text
                + "') and not(ancestor-or-self::*[@hidden])]"));
    }

    Browser click(By place) {
        await(
                d -> {
                    WebElement found = d.findElements(place).stream()
                            .filter(WebElement::isDisplayed)
                            .filter(WebElement::isEnabled)
                            .findFirst()
                            .orElse(null);
                    if (found == null) {
                        return false;
                    }
                    ((JavascriptExecutor) d)
                            .executeScript("arguments[0].scrollIntoView({block:'center', behavior:'instant'})", found);
                    found.click();
                    return true;
                },
                "to click " + place);
        clicks++;
        return this;
    }

    /** Clicks, after five seconds once more, as people do when the page was drawn anew under their finger. */
    Browser clickUntil(By place, By sign) {
        AtomicLong again = new AtomicLong(System.nanoTime());
        await(
                d -> {
                    if (!shows(sign) && System.nanoTime() > again.get()) {
                        click(place);
                        again.set(System.nanoTime() + PATIENT_NANOS);
                    }
                    return shows(sign);
                },
                "to see " + sign + " after a click");
        return this;
    }

    /** How often the mouse was pressed by {@link #click} and {@link #press} so far. */
    int clicks() {
        return clicks;
    }

    Browser tickAll(By boxes) {
        await(
                d -> {
                    List<WebElement> found = d.findElements(boxes);
                    found.stream().filter(box -> !box.isSelected()).forEach(box -> ((JavascriptExecutor) d)
                            .executeScript("arguments[0].click()", box));
                    return !found.isEmpty() && found.stream().allMatch(WebElement::isSelected);
                },
                "to tick " + boxes);
        return this;
    }

    /** Gives a made-up paper to every upload of the page that still lacks one. */
    Browser uploadAll() {
        By rows = By.cssSelector("tr[data-item]");
        await(
                d -> !d.findElements(By.cssSelector("tr[data-item] input[type=file]"))
                        .isEmpty(),
                "uploads");
        long count = driver.findElements(rows).size();
        for (int at = 1; at <= count; at++) {
            By row = By.cssSelector("tr[data-item]:nth-child(" + at + ")");
            await(d -> give(d.findElement(row)), "to upload paper " + at);
            await(
                    d -> !d.findElement(row)
                            .findElements(By.cssSelector(".kw-paper"))
                            .isEmpty(),
                    "paper " + at + " to be there");
        }
        return this;
    }

    private static boolean give(WebElement row) {
        WebElement input = row.findElement(By.cssSelector("input[type=file]"));
        List<String> formats = List.of(input.getDomAttribute("accept").split(","));
        input.sendKeys(file(Paper.of(row.getDomAttribute("data-item"), formats)).toString());
        return true;
    }

    private static Path file(Paper paper) {
        try {
            return Files.write(Files.createTempDirectory("keyway-paper-").resolve(paper.fileName()), paper.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the page shows the text. */
    Browser reads(String text) {
        await(d -> d.findElement(By.tagName("body")).getText().contains(text), "to read “" + text + "”");
        return this;
    }

    /** Reloads until the page shows the text: the machine works meanwhile. */
    Browser readsInTheEnd(String text) {
        await(
                d -> {
                    boolean there = d.findElement(By.tagName("body")).getText().contains(text);
                    if (!there) {
                        d.navigate().refresh();
                    }
                    return there;
                },
                "to read at last “" + text + "”");
        return this;
    }

    WebElement see(By place) {
        await(d -> d.findElements(place).stream().anyMatch(WebElement::isDisplayed), "to see " + place);
        return driver.findElements(place).stream()
                .filter(WebElement::isDisplayed)
                .findFirst()
                .orElseThrow();
    }

    void losesSightOf(By place) {
        await(d -> d.findElements(place).stream().noneMatch(WebElement::isDisplayed), "to lose sight of " + place);
    }

    boolean shows(By place) {
        return driver.findElements(place).stream().anyMatch(WebElement::isDisplayed);
    }

    String at() {
        return driver.getCurrentUrl().substring(address.length());
    }

    void awaitAddress(String part) {
        await(d -> at().contains(part), "address with " + part);
    }

    /** A picture of the page; an applicant's page must have no English sentence. */
    Browser shot(String name) {
        try {
            Files.write(
                    screenshots.resolve(String.format("%02d-%s.png", ++shots, name)),
                    driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listen(name);
        return this;
    }

    Browser isChinese(String name) {
        driver.findElement(By.tagName("body"))
                .getText()
                .lines()
                .filter(line -> ENGLISH.matcher(line).find())
                .forEach(line -> complaints.add("English on " + name + ": " + line));
        assertThat(driver.getTitle()).as("title of %s", name).matches(".*\\p{IsHan}.*");
        return this;
    }

    /** Takes what the console said since the last time. */
    void listen(String where) {
        for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
            if (entry.getLevel().intValue() >= Level.SEVERE.intValue()) {
                complaints.add("console on " + where + " (" + at() + "): " + entry.getMessage());
            }
        }
    }

    List<String> complaints() {
        return complaints;
    }

    private void await(Function<ChromeDriver, Boolean> condition, String what) {
        try {
            new WebDriverWait(driver, Duration.ofSeconds(30), Duration.ofMillis(250))
                    .ignoring(NoSuchElementException.class, StaleElementReferenceException.class)
                    .ignoring(ElementClickInterceptedException.class)
                    .until(any -> condition.apply(driver));
        } catch (org.openqa.selenium.TimeoutException late) {
            shot("failed");
            throw new AssertionError(
                    "waited in vain for " + what + " on " + at() + ", page reads:\n"
                            + driver.findElement(By.tagName("body")).getText() + "\n" + complaints,
                    late);
        }
    }

    /** Answers the page's question with yes. */
    Browser agrees() {
        await(
                d -> {
                    d.switchTo().alert().accept();
                    return true;
                },
                "a question to agree to");
        return this;
    }

    @Override
    public void close() {
        driver.quit();
    }
}
