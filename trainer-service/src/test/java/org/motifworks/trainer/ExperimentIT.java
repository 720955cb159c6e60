package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;

/** Experiments with the real worker, one slot: their runs one after the other. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(400)
class ExperimentIT {

  private static final String TINY =
      """
      {"name": "%s", "convolutions": [{"filters": %d, "size": 9, "pool": {"size": 10}}],
       "dense": [{"units": 8}]}""";
  private static final Set<String> ENDED =
      Set.of("INTERPRETING", "SUCCEEDED", "FAILED", "CANCELLED");

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;

  @Test
  void sameExperiment_givesTheSameModels_evenWithAWorkerKilled() throws Exception {
    ready("same");
    JsonPath first = awaitEnd(start(request("first", "same", 2, 11, 6), null));
    String second = start(request("second", "same", 2, 11, 6), null);
    killAWorkerOf(second);
    JsonPath again = awaitEnd(second);

    assertThat(first.getString("state")).as(first.prettify()).isEqualTo("INTERPRETING");
    assertThat(first.getList("runs.architecture", String.class))
        .containsExactly("four", "six", "four", "six");
    assertThat(first.getList("runs.trial", Integer.class)).containsExactly(1, 1, 2, 2);
    assertThat(first.getList("runs.seed", Long.class)).doesNotHaveDuplicates();
    assertThat(again.getList("runs.seed", Long.class))
        .isEqualTo(first.getList("runs.seed", Long.class));
    assertThat(manifests(first)).doesNotHaveDuplicates().hasSize(4).isEqualTo(manifests(again));
    given()
        .get("/v1/runs/" + first.getString("runs[0].id"))
        .then()
        .body("experiment.id", equalTo(first.getString("id")))
        .body("experiment.trial", equalTo(1));
  }

  @Test
  void cancelledExperiment_isResumedWhereItWas() throws Exception {
    ready("resumed");
    String id = start(request("resumed", "resumed", 2, 1, 6), null);
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> experiment(id).getInt("counts.succeeded") == 1);
    given().post("/v1/experiments/" + id + "/cancel?reason=enough").then().statusCode(202);
    JsonPath cancelled =
        awaitEnd(
            id); // the first run's model is still to be interpreted, so it is not yet CANCELLED
    assertThat(cancelled.getInt("counts.cancelled")).isEqualTo(3);
    String kept = cancelled.getString("runs[0].id");

    given().post("/v1/experiments/" + id + "/resume").then().statusCode(202);
    given().post("/v1/experiments/" + id + "/resume").then().statusCode(202); // nothing more to do
    JsonPath resumed = awaitEnd(id);

    assertThat(resumed.getInt("counts.succeeded")).as(resumed.prettify()).isEqualTo(4);
    assertThat(resumed.getInt("counts.total")).isEqualTo(4);
    assertThat(resumed.getString("runs[0].id")).isEqualTo(kept);
    assertThat(resumed.getList("runs.seed", Long.class))
        .isEqualTo(cancelled.getList("runs.seed", Long.class));
  }

  /**
   * Two filters that match MAX, one of them a duplicate, and a dead one; all in the interpretation.
   */
  @Test
  void results_areReadFromModelsAndInterpretations() throws Exception {
    ready("results");
    String id = start(request("results", "results", 1, 1, 2), null);
    JsonPath ended = awaitEnd(id);
    for (String run : ended.getList("runs.id", String.class)) {
      publisher.publish(Ids.next(), TinyInterpretation.commit(store, run));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> experiment(id).getString("state").equals("SUCCEEDED"));

    JsonPath table = results(id, "application/json").jsonPath();
    double auRoc =
        given().get("/v1/models/" + ended.getString("runs[0].id")).jsonPath().getDouble("auRoc");
    assertThat(table.getBoolean("complete")).isTrue();
    assertThat(table.getList("rows.architecture")).isEqualTo(List.of("four", "six"));
    assertThat(table.getDouble("rows[0].auRoc")).isEqualTo(auRoc);
    assertThat(table.getDouble("rows[0].deadFilters")).isEqualTo(1);
    assertThat(table.getDouble("rows[0].duplicateFilters")).isEqualTo(1);
    assertThat(table.getDouble("rows[0].relevantMatchPercent")).isEqualTo(50);
    assertThat(table.getList("rows[0].matches")).hasSize(4);
    assertThat(table.getDouble("rows[0].matches[0].filtersOfFactor.MAX")).isEqualTo(2);
    assertThat(table.getDouble("rows[0].matches[0].filtersOfFactor.SRF")).isZero();
    assertThat(table.getString("test")).contains("Wilcoxon");
    assertThat(table.getList("comparisons")).hasSize(2);
    assertThat(results(id, "text/csv").asString())
        .startsWith("architecture,trials,")
        .contains("\nfour,1,1,4.0,");
    assertThat(results(id, "application/x-tex").asString()).contains("\\toprule", "four & ");
    given().get("/v1/experiments/none/results").then().statusCode(404);
  }

  private static Response results(String id, String type) {
    var response = given().accept(type).get("/v1/experiments/" + id + "/results");
    response.then().statusCode(200).contentType(startsWith(type));
    return response;
  }

  @Test
  void singleRun_doesNotWaitForALargeExperiment() throws Exception {
    ready("fair");
    String id = start(request("large", "fair", 3, 1, 1), null);
    String single =
        given()
            .contentType(ContentType.JSON)
            .body(
                "{\"dataset\":\"fair\",\"architecture\":%s,\"training\":%s}"
                    .formatted(TINY.formatted("four", 4), training(1)))
            .post("/v1/runs")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    JsonPath ended = awaitEnd(id);
    String startedAt = given().get("/v1/runs/" + single).path("startedAt");
    List<String> earlier =
        ended.getList("runs.id", String.class).stream()
            .map(run -> given().get("/v1/runs/" + run).<String>path("startedAt"))
            .filter(started -> started.compareTo(startedAt) < 0)
            .toList();
    assertThat(earlier).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void sameKey_givesTheSameExperiment() throws Exception {
    ready("keyed");
    String key = Ids.next();
    String first = start(request("keyed", "keyed", 1, 1, 1), key);
    assertThat(start(request("keyed", "keyed", 1, 1, 1), key)).isEqualTo(first);
    refused(request("keyed", "keyed", 1, 2, 1), key, 422, "idempotency.key-reused");
    assertThat(awaitEnd(first).getInt("counts.total")).isEqualTo(2);
    given()
        .get("/v1/experiments?limit=1")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].counts.total", notNullValue());
  }

  @Test
  void badExperiments_areRefused_andLeaveNothing() throws Exception {
    ready("bad");
    refused(of("nowhere", "[\"cnn-25\"]", 1), null, 404, "dataset.unknown");
    refused(
        of("bad", "[" + TINY.formatted("a", 4) + ",\"cnn-26\"]", 1),
        null,
        422,
        "architecture.unknown");
    refused(of("bad", "[]", 1), null, 422, "request.invalid");
    refused(of("bad", "[\"cnn-25\"]", 101), null, 422, "request.invalid");
    refused(of("bad", tiny(6), 100), null, 422, "experiment.too-large");
    refused(
        of("bad", "[%1$s,%1$s]".formatted(TINY.formatted("a", 4)), 1),
        null,
        422,
        "experiment.same-name");
    given()
        .get("/v1/experiments/none")
        .then()
        .statusCode(404)
        .body("code", equalTo("experiment.unknown"));
    given().post("/v1/experiments/none/cancel").then().statusCode(404);
    given().post("/v1/experiments/none/resume").then().statusCode(404);
    assertThat(given().get("/v1/experiments?limit=100").jsonPath().getList("items.name"))
        .doesNotContain("refused");
  }

  private static void killAWorkerOf(String experiment) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                experiment(experiment).getInt("counts.running") == 1
                    && ProcessHandle.current()
                        .descendants()
                        .anyMatch(
                            process ->
                                process
                                        .info()
                                        .commandLine()
                                        .orElse("")
                                        .contains("org.motifworks.worker.Main")
                                    && process.destroyForcibly()));
  }

  private static List<String> manifests(JsonPath experiment) {
    return experiment.getList("runs.id", String.class).stream()
        .map(id -> given().get("/v1/models/" + id).<String>path("ref.manifestSha256"))
        .toList();
  }

  private static JsonPath experiment(String id) {
    return given().get("/v1/experiments/" + id).then().statusCode(200).extract().jsonPath();
  }

  private static JsonPath awaitEnd(String id) {
    await()
        .atMost(Duration.ofSeconds(300))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> ENDED.contains(experiment(id).getString("state")));
    return experiment(id);
  }

  private static String tiny(int count) {
    StringBuilder all = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      all.append(i == 0 ? "" : ",").append(TINY.formatted("tiny-" + i, 2 + i));
    }
    return all + "]";
  }

  private static String of(String dataset, String architectures, int trials) {
    return "{\"name\":\"refused\",\"dataset\":\"%s\",\"architectures\":%s,\"trials\":%d}"
        .formatted(dataset, architectures, trials);
  }

  private static String request(String name, String dataset, int trials, long seed, int epochs) {
    return "{\"name\":\"%s\",\"dataset\":\"%s\",\"architectures\":[%s,%s],\"trials\":%d,\"seed\":%d,\"training\":%s}"
        .formatted(
            name,
            dataset,
            TINY.formatted("four", 4),
            TINY.formatted("six", 6),
            trials,
            seed,
            training(epochs));
  }

  private static String training(int epochs) {
    return "{\"maximumEpochs\":%d,\"patience\":%d,\"batchSize\":20,\"learningRate\":0.01}"
        .formatted(epochs, epochs);
  }

  private static String start(String body, String key) {
    var request = given().contentType(ContentType.JSON).body(body);
    if (key != null) request.header("Idempotency-Key", key);
    return request.post("/v1/experiments").then().statusCode(202).extract().path("id");
  }

  private static void refused(String body, String key, int status, String code) {
    var request = given().contentType(ContentType.JSON).body(body);
    if (key != null) request.header("Idempotency-Key", key);
    request
        .post("/v1/experiments")
        .then()
        .statusCode(status)
        .body("code", equalTo(code))
        .body("action", notNullValue());
  }

  private void ready(String name) throws IOException {
    DatasetReady fact = TinyDataset.commit(store, name);
    publisher.publish(Ids.next(), fact);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !given()
                    .contentType(ContentType.JSON)
                    .body(Map.of("dataset", name, "architecture", "no such architecture"))
                    .post("/v1/runs")
                    .jsonPath()
                    .getString("code")
                    .equals("dataset.unknown"));
  }
}
