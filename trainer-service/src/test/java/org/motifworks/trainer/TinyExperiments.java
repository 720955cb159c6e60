package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;

/** Experiments of tiny networks, asked for over REST. */
final class TinyExperiments {

  static final String TINY =
      """
      {"name": "%s", "convolutions": [{"filters": %d, "size": 9, "pool": {"size": 10}}],
       "dense": [{"units": 8}]}""";
  private static final Set<String> ENDED =
      Set.of("INTERPRETING", "SUCCEEDED", "FAILED", "CANCELLED");

  private TinyExperiments() {}

  static JsonPath experiment(String id) {
    return given().get("/v1/experiments/" + id).then().statusCode(200).extract().jsonPath();
  }

  static JsonPath awaitEnd(String id) {
    await()
        .atMost(Duration.ofSeconds(300))
        .pollInterval(Duration.ofMillis(300))
        .until(() -> ENDED.contains(experiment(id).getString("state")));
    return experiment(id);
  }

  static String tiny(int count) {
    StringBuilder all = new StringBuilder("[");
    for (int i = 0; i < count; i++) {
      all.append(i == 0 ? "" : ",").append(TINY.formatted("tiny-" + i, 2 + i));
    }
    return all + "]";
  }

  static String of(String dataset, String architectures, int trials) {
    return "{\"name\":\"refused\",\"dataset\":\"%s\",\"architectures\":%s,\"trials\":%d}"
        .formatted(dataset, architectures, trials);
  }

  static String request(String name, String dataset, int trials, long seed, int epochs) {
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

  static String training(int epochs) {
    return "{\"maximumEpochs\":%d,\"patience\":%d,\"batchSize\":20,\"learningRate\":0.01}"
        .formatted(epochs, epochs);
  }

  static String start(String body, String key) {
    var request = given().contentType(ContentType.JSON).body(body);
    if (key != null) request.header("Idempotency-Key", key);
    return request.post("/v1/experiments").then().statusCode(202).extract().path("id");
  }

  static void refused(String body, String key, int status, String code) {
    var request = given().contentType(ContentType.JSON).body(body);
    if (key != null) request.header("Idempotency-Key", key);
    request
        .post("/v1/experiments")
        .then()
        .statusCode(status)
        .body("code", equalTo(code))
        .body("action", notNullValue());
  }

  static void ready(ArtifactStore store, FactPublisher publisher, String name) throws IOException {
    DatasetReady fact = TinyDataset.commit(store, name);
    publisher.publish(Ids.next(), fact);
    TinyRuns.awaitKnown(name);
  }
}
