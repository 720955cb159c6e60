package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;
import org.motifworks.trainer.attempt.WorkerSettings;

/** Judgements in a series where a model was imported. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@TestProfile(ImportIT.Allowed.class)
@Timeout(180)
class ImportedChampionIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;
  @Inject WorkerSettings worker;

  @Test
  void seriesOfADataset_takesAnImportedModelOfItsClassesAndWindow_andOthersAreJudgedAgainstIt()
      throws Exception {
    DatasetReady dataset = TinyDataset.commit(store, "mixed");
    publisher.publish(Ids.next(), dataset);
    TinyRuns.awaitKnown("mixed");
    given()
        .contentType("application/json")
        .body("{\"name\": \"mixed\", \"dataset\": \"mixed\"}")
        .post("/v1/series")
        .then()
        .statusCode(201);
    int classes = dataset.classes().size();
    TinyImports.send("mixed", "", ScoreGraph.of(dataset.window() + 1, classes, 1))
        .statusCode(422)
        .body("code", equalTo("series.other-window"));
    String id =
        TinyImports.send("mixed", "", tokenSums(dataset.window()))
            .statusCode(201)
            .body("classes", equalTo(dataset.classes()))
            .extract()
            .path("id");
    given()
        .contentType("application/json")
        .body("{\"model\": \"" + id + "\"}")
        .post("/v1/series/mixed/judgements")
        .then()
        .statusCode(409)
        .body("code", equalTo("judgement.imported-model"));
    TinyImports.promote(id, "{\"force\":true,\"reason\":\"until one is trained\"}").statusCode(200);
    String trained = TinyRuns.start("mixed", 1, 1);
    TinyRuns.awaitState(trained, "SUCCEEDED");
    publisher.publish(Ids.next(), TinyInterpretation.commit(store, trained));
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                given()
                    .get("/v1/models/" + trained)
                    .jsonPath()
                    .getString("interpretation.state")
                    .equals("READY"));
    JsonPath report = judged(trained);
    assertThat(report.getString("champion.model")).isEqualTo(id);
    assertThat(report.getDouble("champion.auRoc.estimate"))
        .isEqualTo(auRocOfTokenSums(dataset), within(1e-6));
    assertThat(report.getList("findings.rule", String.class))
        .contains("minimumAuRoc", "auRocTolerance", "auPrTolerance", "interpreted")
        .doesNotContain("keptMotifsPercent", "relevantMatchTolerance");
    try (Stream<Path> scratch = Files.list(worker.folder().resolve("scores"))) {
      assertThat(scratch).isEmpty();
    }
    given()
        .post("/v1/models/" + id + "/reproduce")
        .then()
        .statusCode(409)
        .body("code", equalTo("model.imported"));
  }

  /** Of two classes: logits are the sum of a sequence's tokens, and its negative. */
  private static byte[] tokenSums(int window) {
    return ScoreGraph.of(
        window,
        2,
        1,
        graph -> {
          TensorProto.Builder matrix = graph.getInitializer(0).toBuilder();
          for (int i = 1; i < 2 * window; i += 2) matrix.setFloatData(i, -1);
          graph.setInitializer(0, matrix);
        });
  }

  /** By counting pairs; of the second class it is the same. */
  private double auRocOfTokenSums(DatasetReady ready) throws IOException {
    try (Dataset dataset = Dataset.open(store.open(ready.ref()).folder())) {
      DatasetSplit test = dataset.split(Split.TEST);
      double won = 0;
      double pairs = 0;
      for (int a = 0; a < test.size(); a++) {
        if (test.labels().row(a)[0] == 0) continue;
        for (int b = 0; b < test.size(); b++) {
          if (test.labels().row(b)[0] == 1) continue;
          int more = sum(test.sequences().row(a)) - sum(test.sequences().row(b));
          won += more > 0 ? 1 : more == 0 ? 0.5 : 0;
          pairs++;
        }
      }
      return won / pairs;
    }
  }

  private static int sum(byte[] tokens) {
    int sum = 0;
    for (byte token : tokens) sum += token;
    return sum;
  }

  private static JsonPath judged(String model) {
    String judgement =
        given()
            .contentType("application/json")
            .body("{\"model\": \"" + model + "\"}")
            .post("/v1/series/mixed/judgements")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    String path = "/v1/series/mixed/judgements/" + judgement;
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                List.of("SUCCEEDED", "FAILED")
                    .contains(given().get(path).jsonPath().getString("state")));
    JsonPath view = given().get(path).jsonPath();
    assertThat(view.getString("state")).as(view.prettify()).isEqualTo("SUCCEEDED");
    return view.setRootPath("report");
  }
}
