package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogType;

/** A series on the page: what it shows, and that promotions and rollbacks can be made there. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeriesPageST extends BrowserTest {

  private static final String SERIES = "shown";

  private final SmallModel model = SmallModel.get();
  private final PublicDoor door = RunningSystem.door();

  @Test
  @Order(1)
  void series_showsChampion_rulesInWords_andWhyNothingIsTrained() throws IOException {
    door.post(
        "/v1/series",
        "application/json",
        "{\"name\":\"shown\",\"dataset\":\"%s\",\"rules\":{\"minimumAuRoc\":0,\"maximumDeadFiltersPercent\":100}}"
            .formatted(model.dataset()));
    door.put(
        "/v1/series/shown/policy",
        "{\"enabled\":false,\"dataset\":\"small-model\",\"architecture\":\"cnn-25\"}");
    judged();
    show("/#/series", "series-list");
    await(By.cssSelector("a[href='#/series/shown']")).click();
    await(By.cssSelector("[aria-label='Findings on version 1']"));
    assertThat(text("[aria-label=Retraining]")).contains("The policy is off", "cnn-25", "0 of 4");
    assertThat(text("[aria-label=Versions]")).contains("version 1", "champion", "accepted");
    assertThat(text("[aria-label=Judgements]")).contains("AU-ROC is", "kept");
    assertThat(text("[aria-label=Rules]"))
        .contains("At most 100 % of its filters are dead.", "80 % of the champion's motifs")
        .doesNotContain("Tolerance");
    assertThat(text("[aria-label=Aliases]")).contains("champion", "judged", "ann", "the first");
    assertThat(text("[aria-label='In use']")).contains("Drift", "Shadow: none");
    picture("series");
    assertNoComplaints();
  }

  @Test
  @Order(2)
  void forcedPromotion_isAskedAbout_made_shown_andRolledBack() throws IOException {
    String other = other();
    door.post("/v1/series/shown/versions", "application/json", "{\"model\":\"" + other + "\"}");
    show("/#/series/" + SERIES, "series-before");
    await(By.cssSelector("button[aria-label='Promote version 2']")).click();
    awaitText("dialog", "It is judged beside version 1", "Its filters could be interpreted.");
    picture("promote");
    await(By.cssSelector("dialog input[value=force]")).click();
    WebElement submit = await(By.cssSelector("dialog button[type=submit]"));
    assertThat(submit.getText()).isEqualTo("Make it champion");
    write("dialog input[name=actor]", "ben");
    submit.click(); // a browser refuses what lacks its reason
    assertThat(browser.findElements(By.cssSelector("dialog input[name=reason]:invalid")))
        .hasSize(1);
    write("dialog input[name=reason]", "the customer asks for it");
    submit.click();
    awaitText("[aria-label=Aliases]", "forced", "ben", "the customer asks for it", "version 2");
    assertThat(browser.findElements(By.tagName("dialog"))).isEmpty();
    assertThat(champion()).isEqualTo(other);

    await(By.cssSelector("button[aria-label='Roll champion back']")).click();
    awaitText("dialog", "champion goes from version 2 back to version 1");
    picture("rollback");
    write("dialog input[name=reason]", "scores look odd");
    assertThat(await(By.cssSelector("dialog button[type=submit]")).getText())
        .isEqualTo("Roll back to version 1");
    await(By.cssSelector("dialog button[type=submit]")).click();
    awaitText("[aria-label=Aliases]", "rollback to generation 1", "scores look odd");
    assertThat(champion()).isEqualTo(model.id());
    assertNoComplaints();
  }

  @Test
  @Order(3)
  void shadowAndDrift_areShown_andARefusalStaysInItsWindow() throws IOException {
    show("/#/series/" + SERIES, "series-after");
    promoteAs("1", "shad ow");
    awaitText("dialog .problem", "must be a letter");
    browser.manage().logs().get(LogType.BROWSER); // of that refusal
    WebElement alias = await(By.cssSelector("dialog input[name=alias]"));
    alias.clear();
    alias.sendKeys("shadow");
    await(By.cssSelector("dialog button[type=submit]")).click();
    awaitText("[aria-label=Aliases]", "shadow", "given");
    assertNoComplaints();
  }

  private void promoteAs(String version, String alias) {
    await(By.cssSelector("button[aria-label='Promote version " + version + "']")).click();
    await(By.cssSelector("dialog input[value=alias]")).click();
    write("dialog input[name=alias]", alias);
    write("dialog input[name=actor]", "ben");
    await(By.cssSelector("dialog button[type=submit]")).click();
  }

  private void write(String element, String words) {
    WebElement input = await(By.cssSelector(element));
    input.clear();
    input.sendKeys(words);
  }

  private String champion() {
    return PublicDoor.read(door.get("/v1/models/shown@champion").body()).path("id").asText();
  }

  private void judged() {
    String judgements = "/v1/series/shown/judgements";
    String asked = "{\"model\":\"%s\",\"actor\":\"ann\",\"reason\":\"the first\"}";
    String judgement = door.start(judgements, asked.formatted(model.id()));
    door.awaitEnd(judgements + "/" + judgement, Duration.ofMinutes(1));
  }

  /** Another model on the same dataset: the experiment's. */
  private String other() {
    SmallExperiment.get();
    for (var each : PublicDoor.read(door.get("/v1/models?limit=500").body()).path("items")) {
      boolean same = each.at("/dataset/id").asText().equals(model.dataset());
      if (same && !each.path("id").asText().equals(model.id())) return each.path("id").asText();
    }
    throw new AssertionError("the experiment left no model");
  }
}
