package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/** A model's page tells why it scores a sequence as it does, and what it was made from. */
class ExplainPageST extends BrowserTest {

  private static final String BOX = "[aria-label='Explain a sequence']";
  private static final By TEXT = By.cssSelector("textarea[aria-label=Sequence]");
  private static final By BUTTON = By.cssSelector(BOX + " button[type=submit]");
  private static final String SEQUENCE = "ACGTTGCATG".repeat(20);

  private final SmallModel model = SmallModel.get();
  private final PublicDoor door = RunningSystem.door();

  @Test
  void pastedSequence_isExplained_forTheClassThatScoresHighest_andForAnother() throws IOException {
    show("/#/models/" + model.id(), "model");
    await(TEXT).sendKeys(">mine\n" + SEQUENCE.substring(0, 120) + "\n" + SEQUENCE.substring(120));
    await(BUTTON).click();
    WebElement chosen = await(By.cssSelector(".class-bars [aria-pressed=true]"));
    JsonNode scores = scores(SEQUENCE);
    String highest = "";
    for (var each : scores.properties()) {
      if (highest.isEmpty() || each.getValue().asDouble() > scores.path(highest).asDouble()) {
        highest = each.getKey();
      }
    }
    assertThat(chosen.getText())
        .contains(highest, "%.3f".formatted(scores.path(highest).asDouble()));
    assertDrawn();
    assertThat(text(BOX)).contains("200 nt", "Lower the logit most: ", "Raise it most: ");
    picture("explained");

    WebElement another = await(By.cssSelector(".class-bars [aria-pressed=false]"));
    String name = another.findElement(By.cssSelector(".class")).getText();
    another.click();
    awaitText(BOX + " .class-bars [aria-pressed=true]", name);
    new Select(await(By.xpath("//label[contains(., 'Rule')]/select")))
        .selectByValue("gradient-x-input");
    awaitText(BOX, "what each letter adds to the logit");
    assertDrawn();
    picture("explained-gradient-x-input");
    assertNoComplaints();
  }

  @Test
  void longerSequence_isExplainedInItsBestWindow_andAChangeIsComparedWithIt() throws IOException {
    show("/#/models/" + model.id(), "model");
    await(TEXT).sendKeys("TTTTTTTTTT" + SEQUENCE + "GGGGG");
    await(By.cssSelector(BOX + " input[aria-label=Change]")).sendKeys("t3a");
    await(BUTTON).click();
    awaitText(BOX, "of 215, where the class scores highest", "What T3A does", "Difference");
    JsonNode scores = scores("TTTTTTTTTT" + SEQUENCE + "GGGGG");
    List<WebElement> row =
        await(By.cssSelector("[aria-label='Scores with and without T3A'] tbody tr"))
            .findElements(By.tagName("td"));
    assertThat(row.get(1).getText())
        .isEqualTo("%.3f".formatted(scores.path(row.get(0).getText()).asDouble()));
    assertNoComplaints();
  }

  @Test
  void whatCannotBeExplained_saysWhy() throws IOException {
    show("/#/models/" + model.id(), "model");
    await(TEXT).sendKeys(SEQUENCE.substring(1) + "*");
    await(BUTTON).click();
    awaitText(BOX + " .problem", "'*'", "sequence.invalid-letter");
    await(TEXT).clear();
    await(TEXT).sendKeys(">a\nACGT\n>b\nACGT\n");
    await(BUTTON).click();
    awaitText(BOX + " .problem", "More than one sequence", "one at a time");
    await(TEXT).clear();
    await(TEXT).sendKeys(SEQUENCE);
    await(By.cssSelector(BOX + " input[aria-label=Change]")).sendKeys("G1A");
    await(BUTTON).click();
    awaitText(BOX + " .problem", "At position 1 there is A, not G.");
    assertNoComplaints();
  }

  @Test
  void provenance_leadsDownToTheHashes_andCanBeVerified() throws IOException {
    show("/#/models/" + model.id(), "model");
    JsonNode trace =
        PublicDoor.read(door.get("/v1/models/" + model.id() + "/trace").body()).path("stages");
    awaitText("[aria-label=Provenance]", "Source", "Dataset", "Training run", "Interpretation");
    for (JsonNode stage : trace) {
      if (stage.has("ref")) {
        assertThat(text("[aria-label=Provenance]"))
            .contains(stage.at("/ref/manifestSha256").asText());
      }
    }
    await(By.cssSelector("[aria-label=Provenance] button")).click();
    awaitText("[aria-label=Provenance]", "verified");
    await(By.cssSelector("li[aria-label=Model] details:last-child > summary")).click();
    assertThat(text("li[aria-label=Model]")).contains("predict.onnx", "weights");
    picture("provenance");
    assertNoComplaints();
  }

  private void assertDrawn() {
    for (WebElement image : browser.findElements(By.cssSelector(".strip img"))) {
      assertThat(width(image)).isEqualTo(36 + 200 * 20);
    }
    assertThat(browser.findElements(By.cssSelector(".strip img"))).hasSize(2);
  }

  private JsonNode scores(String sequence) {
    String path = "/v1/models/" + model.id() + "/score?longer=max";
    return PublicDoor.read(
            door.post(path, "text/plain", sequence + "\n").body().lines().findFirst().orElseThrow())
        .path("scores");
  }
}
