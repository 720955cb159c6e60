package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.ModelPromoted;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactConsumer;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.id.Ids;

/** Series, versions and aliases over HTTP, with models of the real worker. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(180)
class SeriesIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;
  @Inject KafkaSettings kafka;

  @Test
  void alias_isPromoted_rolledBack_andToldInOrder() throws Exception {
    List<String> models = models("ladder", 3);
    create("ladder", "ladder").statusCode(201);
    List<ModelPromoted> heard = new CopyOnWriteArrayList<>();
    try (FactConsumer listener =
        new FactConsumer(
            kafka,
            "series-it-" + Ids.next(),
            List.of(Topic.ALIASES),
            fact -> {
              if (fact.fact() instanceof ModelPromoted promoted
                  && promoted.series().equals("ladder")) heard.add(promoted);
            })) {
      listener.start();
      for (String model : models) promote(model, "stable", "").statusCode(200);
      promote(models.get(2), "stable", "").body("generation", equalTo(3)); // it has it already
      assertThat(model("ladder@stable").getString("id")).isEqualTo(models.get(2));
      assertThat(model("ladder@stable").getLong("named.generation")).isEqualTo(3);
      assertThat(model("ladder@1").getString("id")).isEqualTo(models.get(0));

      rollback("ladder@stable").statusCode(200).body("version", equalTo(2));
      rollback("ladder@stable").body("version", equalTo(1)).body("restores", equalTo(1));
      rollback("ladder@stable").statusCode(409).body("code", equalTo("alias.nothing-before"));
      promote(models.get(2), "stable", "").body("generation", equalTo(6));
      rollback("ladder@stable").body("version", equalTo(1)).body("generation", equalTo(7));

      await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() >= 7);
    }
    assertThat(heard)
        .extracting(ModelPromoted::version)
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(heard).extracting(ModelPromoted::modelVersion).containsExactly(1, 2, 3, 2, 1, 3, 1);
    assertThat(heard.get(1).previous()).contains(models.get(0));
    given().get("/v1/series/ladder/aliases/stable").then().body("$", hasSize(7));
    given()
        .get("/v1/series/ladder/versions?limit=2")
        .then()
        .body("items.version", equalTo(List.of(3, 2)))
        .body("next", equalTo("2"));
  }

  /** Twenty at once from one generation: one is stored, the others are told so. */
  @Test
  void changesFromOneGeneration_areStoredOnce() throws Exception {
    List<String> models = models("race", 2);
    create("race", "race").statusCode(201);
    promote(models.get(0), "stable", "").statusCode(200);
    promote(models.get(1), "other", "").statusCode(200);
    ExecutorService clients = Executors.newFixedThreadPool(8);
    try {
      List<Callable<Integer>> wishes = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        wishes.add(
            () -> promote(models.get(1), "stable", ",\"generation\":1").extract().statusCode());
      }
      List<Integer> answers = new ArrayList<>();
      for (Future<Integer> answer : clients.invokeAll(wishes)) answers.add(answer.get());
      assertThat(answers).containsOnly(200, 409).containsOnlyOnce(200);
    } finally {
      clients.shutdownNow();
    }
    given().get("/v1/series/race/aliases/stable").then().body("$", hasSize(2));
  }

  @Test
  void modelInUse_isNotRetired_andARetiredOneIsGivenNoAlias() throws Exception {
    List<String> models = models("retiring", 2);
    create("retiring", "retiring").statusCode(201);
    promote(models.get(0), "stable", "").statusCode(200);
    given()
        .delete("/v1/models/" + models.get(0))
        .then()
        .statusCode(409)
        .body("code", equalTo("model.in-use"));
    promote(models.get(1), "stable", "").statusCode(200);
    given().delete("/v1/models/retiring@1").then().statusCode(200);
    promote(models.get(0), "stable", "").statusCode(409).body("code", equalTo("model.retired"));
    rollback("retiring@stable").statusCode(409).body("code", equalTo("alias.nothing-before"));
    given()
        .get("/v1/series/retiring/versions")
        .then()
        .body("items[1].state", equalTo("RETIRED"))
        .body("items[0].state", equalTo("AWAITING_INTERPRETATION"))
        .body("items[0].aliases", equalTo(List.of("stable")));
  }

  @Test
  void otherTestSplit_isNotComparable_andAnotherDatasetOfTheSameOneIs() throws Exception {
    ready(TinyDataset.commit(store, "frozen"));
    ready(TinyDataset.commit(store, "frozen-again"));
    ready(TinyDataset.commit(store, "thawed", 7));
    create("frozen", "frozen").statusCode(201);
    create("frozen", "frozen").statusCode(201);
    create("frozen", "thawed").statusCode(409).body("code", equalTo("series.name-taken"));
    create("a@b", "frozen").statusCode(422);
    String same = TinyRuns.start("frozen-again", 1, 1);
    String other = TinyRuns.start("thawed", 1, 1);
    TinyRuns.awaitState(same, "SUCCEEDED");
    TinyRuns.awaitState(other, "SUCCEEDED");
    add("frozen", same).statusCode(201).body("version", equalTo(1));
    add("frozen", same).statusCode(201).body("version", equalTo(1));
    add("frozen", other).statusCode(422).body("code", equalTo("series.other-test-split"));
    add("nowhere", same).statusCode(404).body("code", equalTo("series.unknown"));
    rollback("frozen@1").statusCode(422).body("code", equalTo("alias.missing"));
    promote(other, "stable", "").statusCode(422).body("code", equalTo("series.which"));
    given().get("/v1/models/frozen@stable").then().statusCode(404);
  }

  private List<String> models(String dataset, int count) throws Exception {
    ready(TinyDataset.commit(store, dataset));
    List<String> models = new ArrayList<>();
    for (int seed = 1; seed <= count; seed++) models.add(TinyRuns.start(dataset, seed, 1));
    for (String model : models) TinyRuns.awaitState(model, "SUCCEEDED");
    return models;
  }

  private void ready(DatasetReady fact) {
    publisher.publish(Ids.next(), fact);
    TinyRuns.awaitKnown(fact.name());
  }

  private static ValidatableResponse create(String series, String dataset) {
    return post("/v1/series", "{\"name\":\"%s\",\"dataset\":\"%s\"}".formatted(series, dataset));
  }

  private static ValidatableResponse add(String series, String model) {
    return post("/v1/series/" + series + "/versions", "{\"model\":\"" + model + "\"}");
  }

  /** Into the series named like the model's dataset. */
  private static ValidatableResponse promote(String model, String alias, String more) {
    String dataset = model(model).getString("dataset.name");
    String series = dataset.equals("thawed") ? "" : "\"series\":\"" + dataset + "\",";
    return post(
        "/v1/models/" + model + "/promote",
        "{" + series + "\"alias\":\"" + alias + "\",\"actor\":\"test\"" + more + "}");
  }

  private static ValidatableResponse rollback(String ref) {
    return post("/v1/models/" + ref + "/rollback", "{\"reason\":\"worse\"}");
  }

  private static ValidatableResponse post(String path, String body) {
    return given().contentType(ContentType.JSON).body(body).post(path).then();
  }

  private static JsonPath model(String ref) {
    return given().get("/v1/models/" + ref).then().statusCode(200).extract().jsonPath();
  }
}
