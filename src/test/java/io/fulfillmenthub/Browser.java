package io.fulfillmenthub;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import org.slf4j.LoggerFactory;

/** Debian's Chromium without a window, as a person at the console drives it. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ChromeDriver driver;
    private final String url;

    private Browser(ChromeDriver driver, String url) {
        this.driver = driver;
        this.url = url;
    }

    /** Skips the tests of this class where there is no browser, and says so loudly. */
    public static void requireInstalled() {
        boolean installed = Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
        if (!installed) {
            LoggerFactory.getLogger(Browser.class)
                    .error("!!! BROWSER TESTS ARE SKIPPED: install chromium and chromium-driver (apt-get install)");
        }
        Assumptions.assumeTrue(installed, "chromium and chromium-driver are not installed");
    }

    /** Opens a window. */
    public static Browser start(String url) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--window-size=1280,1000");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options), url);
    }

    WebDriver driver() {
        return driver;
    }

    /** Ends the session and every special look. */
    void forget() {
        driver.manage().deleteAllCookies();
        driver.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
        dark(false);
    }

    void open(String path) {
        driver.get(url + path);
    }

    /** Logs in; where the browser is not at the login yet, it goes there. */
    void logIn(String user) {
        if (!address().endsWith("/login")) {
            open("/login");
        }
        type("username", user);
        type("password", "secret");
        press("Log in");
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String text(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    /** @return the height of an element, in CSS pixels */
    int height(String selector) {
        return driver.findElement(By.cssSelector(selector)).getSize().getHeight();
    }

    void awaitText(String selector, String text) {
        patient().until(ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text));
    }

    void awaitWithout(String selector, String text) {
        patient()
                .until(ExpectedConditions.not(
                        ExpectedConditions.textToBePresentInElementLocated(By.cssSelector(selector), text)));
    }

    void script(String script) {
        driver.executeScript(script);
    }

    /** Waits until a script says so. */
    void awaitTrue(String script) {
        patient().until(driver -> Boolean.TRUE.equals(((ChromeDriver) driver).executeScript(script)));
    }

    /** @return what the browser's console has complained of since it was last asked, such as content it was not allowed to load */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void click(String xpath) {
        WebElement element = patient().until(ExpectedConditions.elementToBeClickable(By.xpath(xpath)));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    void press(String button) {
        click("//button[normalize-space(.)='" + button + "']");
    }

    void unfold(String summary) {
        click("//summary[.='" + summary + "']");
    }

    void type(String field, String text) {
        WebElement input = patient().until(ExpectedConditions.elementToBeClickable(By.name(field)));
        input.clear();
        input.sendKeys(text);
    }

    void choose(String field, String value) {
        new Select(driver.findElement(By.name(field))).selectByValue(value);
    }

    /** Says yes to a question. */
    void agree() {
        patient().until(ExpectedConditions.alertIsPresent()).accept();
    }

    void dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    }

    void narrow(int width) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", true));
    }

    /** @return the width the page needs, in CSS pixels */
    long width() {
        return ((Number) driver.executeScript("return document.documentElement.scrollWidth")).longValue();
    }

    /** @return whether all of an element is in view without being pushed sideways */
    boolean fits(String selector) {
        return (Boolean) driver.executeScript(
                "return arguments[0].scrollWidth <= arguments[0].clientWidth",
                driver.findElement(By.cssSelector(selector)));
    }

    /** Keeps what is to be seen for whoever wants to look at it after the tests. */
    void picture(String name) {
        try {
            File taken = driver.getScreenshotAs(OutputType.FILE);
            Path kept = Files.createDirectories(PICTURES).resolve(name + ".png");
            Files.copy(taken.toPath(), kept, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps what is to be seen; with {@code -Dscreenshots} it becomes a picture of the documentation. */
    void publish(String name) {
        picture(name);
        if (System.getProperty("screenshots") == null) {
            return;
        }
        try {
            Path docs = Files.createDirectories(Path.of("docs", "images"));
            Path published = docs.resolve(name + ".png");
            Files.copy(PICTURES.resolve(name + ".png"), published, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebDriverWait patient() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(100));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
