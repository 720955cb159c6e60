package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.motifworks.trainer.TinyExperiments.TINY;
import static org.motifworks.trainer.TinyExperiments.awaitEnd;
import static org.motifworks.trainer.TinyExperiments.experiment;
import static org.motifworks.trainer.TinyExperiments.of;
import static org.motifworks.trainer.TinyExperiments.ready;
import static org.motifworks.trainer.TinyExperiments.refused;
import static org.motifworks.trainer.TinyExperiments.request;
import static org.motifworks.trainer.TinyExperiments.start;
import static org.motifworks.trainer.TinyExperiments.tiny;
import static org.motifworks.trainer.TinyExperiments.training;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;

/** Experiments with the real worker, one slot: their runs one after the other. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(400)
class ExperimentIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;

  @Test
  void sameExperiment_givesTheSameModels_evenWithAWorkerKilled() throws Exception {
    ready(store, publisher, "same");
    JsonPath first = awaitEnd(start(request("first", "same", 1, 11, 6), null));
    String second = start(request("second", "same", 1, 11, 6), null);
    killAWorkerOf(second);
    JsonPath again = awaitEnd(second);

    assertThat(first.getString("state")).as(first.prettify()).isEqualTo("INTERPRETING");
    assertThat(first.getList("runs.seed", Long.class)).doesNotHaveDuplicates();
    assertThat(again.getList("runs.seed", Long.class))
        .isEqualTo(first.getList("runs.seed", Long.class));
    assertThat(manifests(first)).doesNotHaveDuplicates().hasSize(2).isEqualTo(manifests(again));
    given()
        .get("/v1/runs/" + first.getString("runs[0].id"))
        .then()
        .body("experiment.id", equalTo(first.getString("id")))
        .body("experiment.trial", equalTo(1));
  }

  @Test
  void cancelledExperiment_isResumedWhereItWas() throws Exception {
    ready(store, publisher, "resumed");
    String id = start(request("resumed", "resumed", 2, 1, 6), null);
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> experiment(id).getInt("counts.succeeded") == 1);
    given().post("/v1/experiments/" + id + "/cancel?reason=enough").then().statusCode(202);
    JsonPath cancelled =
        awaitEnd(
            id); // the first run's model is still to be interpreted, so it is not yet CANCELLED
    assertThat(cancelled.getInt("counts.cancelled")).isEqualTo(3);
    String kept = cancelled.getString("runs.find { it.state == 'SUCCEEDED' }.id");

    given().post("/v1/experiments/" + id + "/resume").then().statusCode(202);
    given().post("/v1/experiments/" + id + "/resume").then().statusCode(202); // nothing more to do
    JsonPath resumed = awaitEnd(id);

    assertThat(resumed.getInt("counts.succeeded")).as(resumed.prettify()).isEqualTo(4);
    assertThat(resumed.getInt("counts.total")).isEqualTo(4);
    assertThat(resumed.getList("runs.architecture", String.class))
        .containsExactly("four", "six", "four", "six");
    assertThat(resumed.getList("runs.trial", Integer.class)).containsExactly(1, 1, 2, 2);
    assertThat(resumed.getList("runs.seed", Long.class)).doesNotHaveDuplicates();
    assertThat(resumed.getList("runs.id", String.class)).contains(kept);
    assertThat(resumed.getList("runs.seed", Long.class))
        .isEqualTo(cancelled.getList("runs.seed", Long.class));
  }

  @Test
  void singleRun_doesNotWaitForALargeExperiment() throws Exception {
    ready(store, publisher, "fair");
    String id = start(request("large", "fair", 2, 1, 1), null);
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
    ready(store, publisher, "keyed");
    String key = Ids.next();
    String first = start(request("keyed", "keyed", 1, 1, 1), key);
    assertThat(start(request("keyed", "keyed", 1, 1, 1), key)).isEqualTo(first);
    refused(request("keyed", "keyed", 1, 2, 1), key, 422, "idempotency.key-reused");
    assertThat(experiment(first).getInt("counts.total")).isEqualTo(2);
    given().post("/v1/experiments/" + first + "/cancel").then().statusCode(202);
    given()
        .get("/v1/experiments?limit=1")
        .then()
        .statusCode(200)
        .body("items.size()", equalTo(1))
        .body("items[0].counts.total", notNullValue());
  }

  @Test
  void badExperiments_areRefused_andLeaveNothing() throws Exception {
    ready(store, publisher, "bad");
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
}
