package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.contracts.event.ModelRejected;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactConsumer;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.id.Ids;

/** The gate of a series, with models of the real worker and interpretations of a fixed meaning. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(180)
class JudgementIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;
  @Inject KafkaSettings kafka;

  @Test
  void betterModel_becomesChampion_aWorseOneIsRejectedWithReasons() throws Exception {
    publisher.publish(Ids.next(), TinyDataset.commit(store, "judged"));
    TinyRuns.awaitKnown("judged");
    String good = TinyRuns.start("judged", 1, 20);
    String bad = TinyRuns.start("judged", 2, 1);
    String equal = TinyRuns.start("judged", 1, 20);
    for (String model : List.of(good, bad, equal)) TinyRuns.awaitState(model, "SUCCEEDED");
    post("/v1/series", "{\"name\":\"judged\",\"dataset\":\"judged\"}").statusCode(201);
    post("/v1/series/judged/judgements", "{\"model\":\"" + good + "\"}")
        .statusCode(409)
        .body("code", equalTo("judgement.awaits-interpretation"));
    for (String model : List.of(good, bad, equal)) interpreted(model);

    List<Fact> heard = new CopyOnWriteArrayList<>();
    try (FactConsumer listener =
        new FactConsumer(
            kafka,
            "judgement-it-" + Ids.next(),
            List.of(Topic.ALIASES, Topic.JUDGEMENTS),
            fact -> heard.add(fact.fact()))) {
      listener.start();
      JsonPath dead = judged(good); // a quarter of the tiny interpretation's filters is dead
      assertThat(dead.getString("report.verdict")).as(dead.prettify()).isEqualTo("REJECTED");
      assertThat(dead.getString("report.findings.find { !it.kept }.rule"))
          .isEqualTo("maximumDeadFiltersPercent");

      given()
          .contentType(ContentType.JSON)
          .body("{\"maximumDeadFiltersPercent\":30}")
          .put("/v1/series/judged/rules")
          .then()
          .statusCode(200)
          .body("rules.keptMotifsPercent", equalTo(80f));
      assertThat(judged(good).getString("report.verdict")).isEqualTo("ACCEPTED");
      assertThat(champion().getString("id")).isEqualTo(good);

      JsonPath worse = judged(bad);
      assertThat(worse.getString("report.verdict")).as(worse.prettify()).isEqualTo("REJECTED");
      assertThat(worse.getList("report.findings.findAll { !it.kept }.rule", String.class))
          .contains("auRocTolerance");
      assertThat(worse.getDouble("report.auRocDifference.upper")).isNegative();
      assertThat(champion().getString("id")).isEqualTo(good);

      JsonPath same = judged(equal);
      assertThat(same.getDouble("report.auRocDifference.lower")).isZero();
      assertThat(champion().getLong("named.generation")).isEqualTo(2);
      double auRoc = given().get("/v1/models/" + good).jsonPath().getDouble("auRoc");
      assertThat(same.getDouble("report.candidate.auRoc.estimate")).isEqualTo(auRoc);

      await().atMost(Duration.ofSeconds(30)).until(() -> ofSeries(heard).size() >= 4);
    }
    List<Fact> facts = ofSeries(heard);
    assertThat(facts.stream().filter(ModelPromoted.class::isInstance)).hasSize(2);
    assertThat(facts.stream().filter(ModelRejected.class::isInstance))
        .extracting(fact -> ((ModelRejected) fact).model())
        .containsExactly(good, bad);
    post(
            "/v1/models/" + bad + "/promote",
            "{\"series\":\"judged\",\"force\":true,\"reason\":\"the customer asks for it\"}")
        .body("kind", equalTo("FORCED"));
    post("/v1/models/judged@champion/rollback", "{}").body("kind", equalTo("ROLLBACK"));
    given()
        .get("/v1/series/judged/aliases/champion")
        .then()
        .body("kind", equalTo(List.of("ROLLBACK", "FORCED", "JUDGED", "JUDGED")));
    given()
        .get("/v1/series/judged/versions")
        .then()
        .body("items.state", equalTo(List.of("ACCEPTED", "REJECTED", "ACCEPTED")));
    given().get("/v1/series/judged/judgements?limit=3").then().body("items.size()", equalTo(3));
  }

  @Test
  void champion_isNotMadeByPromotionAlone() throws Exception {
    publisher.publish(Ids.next(), TinyDataset.commit(store, "forced"));
    TinyRuns.awaitKnown("forced");
    String model = TinyRuns.start("forced", 1, 1);
    TinyRuns.awaitState(model, "SUCCEEDED");
    post("/v1/series", "{\"name\":\"forced\",\"dataset\":\"forced\"}").statusCode(201);
    String path = "/v1/models/" + model + "/promote";
    post(path, "{\"series\":\"forced\"}")
        .statusCode(409)
        .body("code", equalTo("promotion.needs-judgement"));
    post(path, "{\"series\":\"forced\",\"force\":true}")
        .statusCode(422)
        .body("code", equalTo("promotion.no-reason"));
    post(path, "{\"series\":\"forced\",\"force\":true,\"reason\":\"the first one\"}")
        .statusCode(200)
        .body("generation", equalTo(1))
        .body("kind", equalTo("FORCED"));
    post(path, "{\"series\":\"forced\",\"alias\":\"shadow\"}").body("kind", equalTo("GIVEN"));
    given().get("/v1/series/forced/judgements/none").then().statusCode(404);
  }

  private static List<Fact> ofSeries(List<Fact> heard) {
    return heard.stream()
        .filter(
            fact ->
                fact instanceof ModelPromoted promoted && promoted.series().equals("judged")
                    || fact instanceof ModelRejected rejected && rejected.series().equals("judged"))
        .toList();
  }

  private void interpreted(String model) throws Exception {
    publisher.publish(Ids.next(), TinyInterpretation.commit(store, model));
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                given()
                    .get("/v1/models/" + model)
                    .then()
                    .body("interpretation.state", equalTo("READY")));
  }

  private static JsonPath judged(String model) {
    String place =
        post("/v1/series/judged/judgements", "{\"model\":\"" + model + "\",\"actor\":\"test\"}")
            .statusCode(202)
            .extract()
            .header("Location");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                List.of("SUCCEEDED", "FAILED")
                    .contains(given().get(place).jsonPath().getString("state")));
    return given().get(place).then().body("state", equalTo("SUCCEEDED")).extract().jsonPath();
  }

  private static JsonPath champion() {
    return given().get("/v1/models/judged@champion").then().statusCode(200).extract().jsonPath();
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }
}
