package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The page of the running system in a real browser (Debian's chromium and chromium-driver).
 * Pictures are left in {@code target/pictures}.
 */
@Timeout(300)
abstract class BrowserTest {

  static final Duration PATIENCE = Duration.ofSeconds(40);

  private final URI gateway = RunningSystem.get().gateway();
  ChromeDriver browser;

  @BeforeEach
  void open() {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--window-size=1400,1800");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.WARNING);
    options.setCapability("goog:loggingPrefs", logs);
    browser =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(new File("/usr/bin/chromedriver"))
                .build(),
            options);
  }

  @AfterEach
  void close() {
    browser.quit();
  }

  String text(String element) {
    return browser.findElement(By.cssSelector(element)).getText();
  }

  void show(String path, String name) throws IOException {
    browser.get(gateway.resolve(path).toString());
    await(By.cssSelector("main h1"));
    picture(name);
  }

  WebElement await(By element) {
    return new WebDriverWait(browser, PATIENCE).until(page -> page.findElement(element));
  }

  long width(WebElement image) {
    return (Long)
        ((JavascriptExecutor) browser).executeScript("return arguments[0].naturalWidth", image);
  }

  void picture(String name) throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "pictures"));
    Files.write(folder.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
  }

  void assertNoComplaints() {
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .extracting(LogEntry::getMessage)
        .isEmpty();
  }

  /** Waits until an element's text has all of these in it. */
  void awaitText(String element, String... parts) {
    new WebDriverWait(browser, PATIENCE)
        .ignoring(StaleElementReferenceException.class)
        .until(page -> Arrays.stream(parts).allMatch(text(element)::contains));
  }
}
