package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.motifworks.trainer.TinyRuns.ARCHITECTURE;
import static org.motifworks.trainer.TinyRuns.awaitKnown;
import static org.motifworks.trainer.TinyRuns.awaitState;
import static org.motifworks.trainer.TinyRuns.ref;
import static org.motifworks.trainer.TinyRuns.request;
import static org.motifworks.trainer.TinyRuns.run;
import static org.motifworks.trainer.TinyRuns.start;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.DatasetRetired;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.contracts.event.ModelTrained;
import org.motifworks.contracts.event.RunCancelled;
import org.motifworks.contracts.event.RunFailed;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactConsumer;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.id.Ids;

/**
 * Runs, from the fact that a dataset is ready to the fact that a model is, with the real worker.
 */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(180)
class RunIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;
  @Inject KafkaSettings kafka;

  @ConfigProperty(name = "motifworks.artifacts.folder")
  String artifacts;

  private final List<Fact> heard = new CopyOnWriteArrayList<>();
  private FactConsumer listener;

  @BeforeEach
  void listen() {
    listener =
        new FactConsumer(
            kafka, "run-it-" + Ids.next(), List.of(Topic.RUNS), fact -> heard.add(fact.fact()));
    listener.start();
  }

  @AfterEach
  void stopListening() {
    listener.close();
  }

  @Test
  void run_endsInAModel_andInOneFact() throws Exception {
    DatasetReady dataset = ready("one-run");
    String run = start("one-run", 1, 25);
    JsonPath ended = awaitState(run, "SUCCEEDED");

    assertThat(ended.getDouble("model.auRoc")).isGreaterThan(0.7);
    assertThat(ended.getDouble("model.selfCheckDifference")).isLessThan(1e-4);
    assertThat(ended.getString("model.interpretation.state")).isEqualTo("AWAITING");
    assertThat(ended.getString("dataset.id")).isEqualTo(dataset.subject());

    ModelTrained fact = (ModelTrained) awaitFact(run);
    assertThat(fact.ref()).isEqualTo(ref(ended));
    assertThat(fact.dataset()).isEqualTo(dataset.ref());
    assertThat(store.open(fact.ref()).file("predict.onnx")).isNotEmptyFile();
    given().get("/v1/models/" + run).then().statusCode(200).body("parameters", greaterThan(100));
    given()
        .get("/v1/models/" + run + "/artifacts/model.json")
        .then()
        .statusCode(200)
        .body("window", equalTo(40));
    given()
        .get("/v1/models/" + run + "/artifacts/nothing.onnx")
        .then()
        .statusCode(404)
        .body("code", equalTo("artifact.no-such-file"));

    String events =
        given().get("/v1/runs/" + run + "/events").then().statusCode(200).extract().asString();
    assertThat(events).contains("event:epoch", "\"state\":\"SUCCEEDED\"");
    assertThat(given().get("/v1/runs/" + run + "/epochs").jsonPath().getList("epoch")).hasSize(25);
  }

  @Test
  void workerKilledInMidRun_endsInTheSameBytes() throws Exception {
    ready("killed");
    String undisturbed = start("killed", 7, 12);
    ArtifactRef expected = ref(awaitState(undisturbed, "SUCCEEDED"));

    String disturbed = start("killed", 7, 12);
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                run(disturbed).getInt("progress.epoch") >= 2
                    || run(disturbed).getString("state").equals("SUCCEEDED"));
    long killed =
        ProcessHandle.current()
            .descendants()
            .filter(
                process ->
                    process.info().commandLine().orElse("").contains("org.motifworks.worker.Main"))
            .filter(ProcessHandle::destroyForcibly)
            .count();
    assertThat(killed).as("workers killed in mid-run").isEqualTo(1);

    JsonPath ended = awaitState(disturbed, "SUCCEEDED");
    assertThat(ended.getInt("attempts")).isEqualTo(2);
    assertThat(ref(ended).manifestSha256()).isEqualTo(expected.manifestSha256());
    awaitFact(disturbed);
    assertThat(heard.stream().filter(fact -> fact.subject().equals(disturbed))).hasSize(1);
  }

  @Test
  void cancelledRun_stopsItsWorker_andTellsSo() throws Exception {
    ready("cancelled");
    String run = start("cancelled", 1, 5000);
    await().atMost(Duration.ofSeconds(60)).until(() -> run(run).getInt("progress.epoch") >= 1);
    given().delete("/v1/runs/" + run + "?reason=enough").then().statusCode(202);
    awaitState(run, "CANCELLED");
    assertThat(((RunCancelled) awaitFact(run)).reason()).isEqualTo("enough");
    given().delete("/v1/runs/" + run).then().statusCode(409).body("code", equalTo("run.ended"));
  }

  @Test
  void sameIdempotencyKey_givesTheSameRun() throws Exception {
    ready("twice");
    String key = Ids.next();
    String first = start("twice", 1, 1, key);
    assertThat(start("twice", 1, 1, key)).isEqualTo(first);
    given()
        .contentType(ContentType.JSON)
        .header("Idempotency-Key", key)
        .body(request("twice", 2, 1))
        .post("/v1/runs")
        .then()
        .statusCode(422)
        .body("code", equalTo("idempotency.key-reused"));
    awaitState(first, "SUCCEEDED");
  }

  @Test
  void damagedDataset_failsTheRun_withItsCode() throws Exception {
    DatasetReady dataset = TinyDataset.commit(store, "damaged");
    Path damaged = Path.of(artifacts).resolve(dataset.ref().key()).resolve("train/labels.npy");
    assertThat(damaged.toFile().setWritable(true)).isTrue();
    Files.writeString(damaged, "not an array");
    publish(dataset);
    awaitKnown("damaged");
    String run = start("damaged", 1, 1);
    awaitState(run, "FAILED");
    assertThat(((RunFailed) awaitFact(run)).code()).isEqualTo("artifact.corrupt");
  }

  @Test
  void badRequests_areRefusedWithWhatToDo() throws Exception {
    ready("refusals");
    refused("{\"dataset\":\"nowhere\",\"architecture\":\"cnn-25\"}", 404, "dataset.unknown");
    refused("{\"dataset\":\"refusals\",\"architecture\":\"cnn-26\"}", 422, "architecture.unknown");
    refused(
        "{\"dataset\":\"refusals\",\"architecture\":{\"convolutions\":[]}}",
        422,
        "architecture.invalid");
    refused(
        "{\"dataset\":\"refusals\",\"architecture\":"
            + ARCHITECTURE
            + ",\"training\":{\"learningRate\":-1}}",
        422,
        "settings.invalid");
    refused("{\"architecture\":\"cnn-25\"}", 422, "request.invalid");
    refused("{\"dataset\":", 400, null);
    given().get("/v1/runs/none").then().statusCode(404).body("code", equalTo("run.unknown"));
    given().get("/v1/models/none").then().statusCode(404).body("code", equalTo("model.unknown"));
  }

  @Test
  void retiredDataset_isNoLongerTrainedOn() throws Exception {
    DatasetReady dataset = ready("retired");
    publish(new DatasetRetired(dataset.subject(), 4, dataset.name()));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> refused(request(dataset.subject(), 1, 1), 409, "dataset.retired"));
  }

  @Test
  void interpretation_isShownWithItsModel() throws Exception {
    ready("interpreted");
    String run = start("interpreted", 3, 1);
    awaitState(run, "SUCCEEDED");
    ArtifactRef interpretation = new ArtifactRef("interpretations/x", "c".repeat(64));
    publish(
        new InterpretationReady(
            run,
            1,
            interpretation,
            "d".repeat(64),
            50,
            OptionalDouble.of(25),
            1,
            OptionalDouble.empty()));
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                given()
                    .get("/v1/models/" + run)
                    .then()
                    .body("interpretation.state", equalTo("READY"))
                    .body("interpretation.relevantMatchPercent", equalTo(25f)));
  }

  @Test
  void lists_arePaged_newestFirst() throws Exception {
    ready("paged");
    String first = start("paged", 1, 1);
    String second = start("paged", 2, 1);
    JsonPath page = given().get("/v1/runs?limit=1").then().statusCode(200).extract().jsonPath();
    assertThat(page.getList("items")).hasSize(1);
    String next = page.getString("next");
    assertThat(
            given()
                .get("/v1/runs?limit=50&before=" + next)
                .jsonPath()
                .getList("items.id", String.class))
        .doesNotContain(next);
    awaitState(first, "SUCCEEDED");
    awaitState(second, "SUCCEEDED");
    given().get("/v1/models?limit=2").then().statusCode(200).body("items[0].id", notNullValue());
    given()
        .get("/v1/architectures?window=80&classes=2")
        .then()
        .statusCode(200)
        .body("name", hasItems("cnn-25", "cnn-50"))
        .body("name", not(hasItem("cnn-100")))
        .body("find { it.name == 'cnn-25' }.layers[1].length", equalTo(4))
        .body("find { it.name == 'cnn-25' }.outlook.firstLayerMotifs", equalTo("whole"));
    given().get("/v1/architectures?window=0").then().statusCode(422);
  }

  private DatasetReady ready(String name) throws IOException {
    DatasetReady fact = TinyDataset.commit(store, name);
    publish(fact);
    awaitKnown(name);
    return fact;
  }

  private void publish(Fact fact) {
    publisher.publish(Ids.next(), fact);
  }

  private Fact awaitFact(String run) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> heard.stream().anyMatch(fact -> fact.subject().equals(run)));
    return heard.stream().filter(fact -> fact.subject().equals(run)).findFirst().orElseThrow();
  }

  private static void refused(String body, int status, String code) {
    var response =
        given().contentType(ContentType.JSON).body(body).post("/v1/runs").then().statusCode(status);
    if (code != null) response.body("code", equalTo(code)).body("action", notNullValue());
  }
}
