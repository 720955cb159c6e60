package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page's views of what has been made. */
class PageST extends BrowserTest {

  /** Counts of JASPAR's MA0062.2. */
  private static final String GABPA =
      """
      >mine
      A [ 32 70 0 0 991 989 94 56 154 264 233 ]
      C [ 768 914 0 0 1 2 32 261 137 262 357 ]
      G [ 188 4 990 991 1 0 866 37 603 415 224 ]
      T [ 1 1 1 0 0 2 0 637 96 49 176 ]
      """;

  private final SmallModel model = SmallModel.get();

  @Test
  void overview_showsTheNewestModel_andLeadsToIt() throws IOException {
    String newest =
        PublicDoor.read(RunningSystem.door().get("/v1/models").body()).at("/items/0/id").asText();
    show("/", "overview");
    WebElement link = await(By.cssSelector("a[href*='" + newest + "']"));
    link.click();
    await(By.cssSelector("img, svg"));
    assertThat(browser.getCurrentUrl()).contains(newest);
    assertNoComplaints();
  }

  @Test
  void modelPage_drawsEveryLivingFilter() throws IOException {
    show("/#/models/" + model.id(), "model");
    int living = 0;
    var filters =
        PublicDoor.read(
                RunningSystem.door().get("/v1/models/" + model.id() + "/interpretation").body())
            .get("filters");
    for (var filter : filters) if (!filter.get("dead").asBoolean()) living++;
    int expected = living;
    By logos = By.cssSelector("img[src*='/filters/']");
    new WebDriverWait(browser, PATIENCE).until(page -> page.findElements(logos).size() >= expected);
    for (WebElement logo : browser.findElements(logos)) {
      ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView()", logo);
      new WebDriverWait(browser, PATIENCE).until(page -> width(logo) > 50);
    }
    picture("model-loaded");
    assertNoComplaints();
  }

  @Test
  void runPage_drawsItsCurves() throws IOException {
    show("/#/runs/" + model.id(), "run");
    await(By.cssSelector(".uplot canvas"));
    assertThat(browser.findElement(By.tagName("main")).getText()).contains("8", "Loss");
    assertNoComplaints();
  }

  @Test
  void experimentPage_hasTheTable_theFigure_andTheWayToTheReport() throws IOException {
    String id = SmallExperiment.get().id();
    show("/#/experiments", "experiments");
    await(By.cssSelector("a[href*='" + id + "']")).click();
    WebElement figure = await(By.cssSelector("img[src*='match-share.svg']"));
    new WebDriverWait(browser, PATIENCE).until(page -> width(figure) > 50);
    assertThat(text("[aria-label=Results]")).contains("cnn-25", "code rule, sharpened clip");
    assertThat(await(By.cssSelector("a[href$='/report.html']")).getText()).isEqualTo("Report");
    picture("experiment");
    assertNoComplaints();
  }

  @Test
  void report_opensOffline_andNeedsNothingElse() throws IOException {
    Path file = Files.createTempFile(Path.of("target"), "report-", ".html").toAbsolutePath();
    Files.writeString(
        file, RunningSystem.door().get("/v1/models/" + model.id() + "/report.html").body());
    browser.get(file.toUri().toString());
    assertThat(await(By.tagName("h1")).getText()).contains("cnn-25");
    assertThat(browser.findElements(By.cssSelector("svg")).size()).isGreaterThan(5);
    List<?> foreign =
        (List<?>)
            ((JavascriptExecutor) browser)
                .executeScript(
                    "return performance.getEntriesByType('resource').map(entry => entry.name)");
    assertThat(foreign).isEmpty();
    picture("report");
    assertNoComplaints();
  }

  @Test
  void similarMotifs_ofAFilter_areShownAlignedAgainstAChosenDatabase() throws IOException {
    show("/#/models/" + model.id(), "model");
    By button = By.cssSelector("button[aria-label^='Motifs similar to filter']");
    WebElement first = await(button);
    first.sendKeys(Keys.ENTER);
    By pair = By.cssSelector("dialog[open] .pair");
    await(pair);
    assertThat(text("dialog")).contains("JASPAR CORE 2016", "Euclidean distance");
    new Select(await(By.cssSelector("dialog select[name=targets]"))).selectByValue("jaspar");
    new Select(await(By.cssSelector("dialog select[name=distance]"))).selectByValue("pearson");
    new WebDriverWait(browser, PATIENCE)
        .until(
            page ->
                text("dialog").contains("vertebrates (") && text("dialog").contains("by Pearson"));
    assertThat(width(await(By.cssSelector("dialog .pair img")))).isGreaterThan(50);
    picture("similar-motifs");
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    new WebDriverWait(browser, PATIENCE)
        .until(page -> page.findElements(By.tagName("dialog")).isEmpty());
    assertThat(browser.switchTo().activeElement()).isEqualTo(first);
    assertNoComplaints();
  }

  @Test
  void scoring_isAskedFor_followed_andDeleted_onThePage() throws IOException {
    // within the project, which the services may read
    Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "shown-", ".fa");
    Files.writeString(file, ">a\n" + "ACGT".repeat(50) + "\n>short\nACGT\n");
    show("/#/scorings", "scorings");
    String form = "form[aria-label='Score a file'] ";
    await(By.cssSelector(form + "input[name=file]")).sendKeys(file.toString());
    new Select(await(By.cssSelector(form + "select[name=model]"))).selectByValue(model.id());
    new Select(await(By.cssSelector(form + "select[name=strands]"))).selectByValue("max");
    await(By.cssSelector(form + "button[type=submit]")).click();
    WebElement table = await(By.cssSelector("a[href$='/scores.tsv.gz']"));
    assertThat(text("h1")).isEqualTo(file.getFileName().toString());
    assertThat(text("dl.figures")).contains("Sequences\n2", "Without a score\n1");
    assertThat(text("[aria-label=Files]")).contains(sha256(file), file.getFileName().toString());
    assertThat(text("[aria-label=Scoring]")).contains("max");
    picture("scoring");
    String id = browser.getCurrentUrl().replaceAll(".*/", "");
    assertThat(table.getAttribute("href")).contains(id);

    browser.findElement(By.cssSelector("button.danger")).click();
    browser.switchTo().alert().accept();
    new WebDriverWait(browser, PATIENCE).until(page -> text("main").contains("deleted"));
    assertThat(browser.findElements(By.cssSelector("a[href$='/scores.tsv.gz']"))).isEmpty();
    await(By.cssSelector("nav a[data-section=scorings]")).click();
    await(By.cssSelector("main a[href='#/scorings/" + id + "']"));
    assertThat(text("[aria-label=Scorings]")).contains("deleted", "2 sequences");
    assertNoComplaints();
    Files.delete(file);
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void pastedMotif_isMatched_andARefusedOneIsExplained() throws IOException {
    show("/#/match", "match");
    WebElement text = await(By.cssSelector("textarea[aria-label=Motifs]"));
    text.sendKeys(GABPA);
    new Select(await(By.cssSelector("select[name=targets]"))).selectByValue("jaspar2016");
    WebElement button =
        await(By.cssSelector("form[aria-label='Match motifs'] button[type=submit]"));
    button.click();
    WebElement best = await(By.cssSelector(".pair"));
    assertThat(best.getText()).contains("Gabpa", "MA0062.2", "covers");
    assertThat(width(best.findElement(By.tagName("img")))).isGreaterThan(50);
    assertThat(text("main")).contains("JASPAR CORE 2016 vertebrates (519 motifs)", "E ≤ 0.1");
    picture("match-result");
    text.clear();
    text.sendKeys("this is no motif");
    button.click();
    assertThat(await(By.cssSelector("#problem .problem")).getText()).contains("motif.");
    // the refusal itself, which a browser logs for every answer that is no success
    assertThat(browser.manage().logs().get(LogType.BROWSER).getAll())
        .allSatisfy(entry -> assertThat(entry.getMessage()).contains("/v1/motif-matches", "422"));
  }
}
