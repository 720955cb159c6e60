package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.motifworks.contracts.artifact.ArtifactRef;

/** Runs of a network that trains in seconds, asked for and followed over HTTP. */
final class TinyRuns {

  /** Small enough to train in seconds, with every kind of block. */
  static final String ARCHITECTURE =
      """
      {"name": "tiny",
       "convolutions": [{"filters": 8, "size": 9, "pool": {"size": 10}}, {"filters": 8, "size": 3}],
       "dense": [{"units": 16}]}""";

  private TinyRuns() {}

  /** Waits until the service has heard of a dataset. */
  static void awaitKnown(String dataset) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                !given()
                    .contentType(ContentType.JSON)
                    .body(Map.of("dataset", dataset, "architecture", "no such architecture"))
                    .post("/v1/runs")
                    .jsonPath()
                    .getString("code")
                    .equals("dataset.unknown"));
  }

  static String request(String dataset, long seed, int epochs) {
    return "{\"dataset\":\"%s\",\"architecture\":%s,\"seed\":%d,\"training\":{\"maximumEpochs\":%d,\"patience\":%d,\"batchSize\":20,\"learningRate\":0.01}}"
        .formatted(dataset, ARCHITECTURE, seed, epochs, epochs);
  }

  static String start(String dataset, long seed, int epochs) {
    return start(dataset, seed, epochs, null);
  }

  static String start(String dataset, long seed, int epochs, String key) {
    var request = given().contentType(ContentType.JSON).body(request(dataset, seed, epochs));
    if (key != null) request.header("Idempotency-Key", key);
    var response = request.post("/v1/runs").then().statusCode(202).extract();
    String id = response.jsonPath().getString("id");
    assertThat(response.header("Location")).endsWith("/v1/runs/" + id);
    return id;
  }

  static JsonPath run(String id) {
    return given().get("/v1/runs/" + id).then().statusCode(200).extract().jsonPath();
  }

  static JsonPath awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> List.of("SUCCEEDED", "FAILED", "CANCELLED").contains(run(id).getString("state")));
    JsonPath run = run(id);
    assertThat(run.getString("state")).as(run.prettify()).isEqualTo(state);
    return run;
  }

  /** The artifact of a run's model. */
  static ArtifactRef ref(JsonPath run) {
    return new ArtifactRef(
        run.getString("model.ref.key"), run.getString("model.ref.manifestSha256"));
  }
}
