package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;

/** What a model was made from, and the same made again, with the real worker. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(180)
class ProvenanceIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;

  @ConfigProperty(name = "motifworks.artifacts.folder")
  String artifacts;

  @Test
  void trace_leadsFromTheSourceToTheModel_andVerifiesEveryByte() throws Exception {
    DatasetReady dataset = ready("traced");
    String model = TinyRuns.start("traced", 5, 1);
    ArtifactRef ref = TinyRuns.ref(TinyRuns.awaitState(model, "SUCCEEDED"));

    JsonPath told = trace(model, "");
    assertThat(told.getBoolean("whole")).as(told.prettify()).isTrue();
    assertThat(told.getList("stages.name", String.class))
        .containsExactly("source", "dataset", "run", "model");
    assertThat(told.getList("stages.state", String.class))
        .containsExactly("TOLD", "AGREES", "AGREES", "AGREES");
    assertThat(told.getString("stages[0].detail.kind")).isEqualTo("tiny");
    assertThat(told.getString("stages[2].madeFrom[0]")).isEqualTo(dataset.ref().manifestSha256());
    assertThat(told.getLong("stages[2].detail.seed")).isEqualTo(5);
    assertThat(told.getString("stages[3].ref.manifestSha256")).isEqualTo(ref.manifestSha256());
    assertThat(told.getList("stages[3].files.path", String.class)).contains("predict.onnx");
    assertThat(trace(model, "?verify=true").getList("stages.state", String.class))
        .containsExactly("TOLD", "VERIFIED", "AGREES", "VERIFIED");

    Path weights = Path.of(artifacts).resolve(ref.key()).resolve("predict.onnx");
    assertThat(weights.toFile().setWritable(true)).isTrue();
    Files.write(weights, new byte[] {1}, StandardOpenOption.APPEND);
    JsonPath damaged = trace(model, "?verify=true");
    assertThat(damaged.getBoolean("whole")).isFalse();
    assertThat(damaged.getString("stages[3].state")).isEqualTo("BROKEN");
    assertThat(damaged.getString("stages[3].problem")).contains("predict.onnx");
  }

  /** The tiny interpretation names other hashes than this model's. */
  @Test
  void interpretationOfAnotherModel_breaksTheChain() throws Exception {
    ready("strange");
    String model = TinyRuns.start("strange", 6, 1);
    TinyRuns.awaitState(model, "SUCCEEDED");
    InterpretationReady fact = TinyInterpretation.commit(store, model);
    publisher.publish(Ids.next(), fact);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> assertThat(trace(model, "").getList("stages.name")).contains("interpretation"));
    JsonPath trace = trace(model, "");
    assertThat(trace.getString("stages[4].state")).isEqualTo("BROKEN");
    assertThat(trace.getString("stages[4].problem")).contains("another model and dataset");
  }

  @Test
  void reproducedModel_hasTheSameWeights_bitForBit() throws Exception {
    ready("reproduced");
    String model = TinyRuns.start("reproduced", 9, 2);
    TinyRuns.awaitState(model, "SUCCEEDED");
    String again =
        given()
            .post("/v1/models/" + model + "/reproduce")
            .then()
            .statusCode(202)
            .body("reproduces", equalTo(model))
            .extract()
            .path("id");
    assertThat(again).isNotEqualTo(model);
    TinyRuns.awaitState(again, "SUCCEEDED");
    JsonPath outcome = given().get("/v1/runs/" + again + "/reproduction").jsonPath();
    assertThat(outcome.getBoolean("weightsEqual")).as(outcome.prettify()).isTrue();
    assertThat(outcome.getBoolean("filesEqual")).isTrue();
    assertThat(outcome.getList("differingInputs")).isEqualTo(List.of());
    given()
        .get("/v1/runs/" + model + "/reproduction")
        .then()
        .statusCode(404)
        .body("code", equalTo("reproduction.unknown"));
  }

  private DatasetReady ready(String name) throws Exception {
    DatasetReady fact = TinyDataset.commit(store, name);
    publisher.publish(Ids.next(), fact);
    TinyRuns.awaitKnown(name);
    return fact;
  }

  private static JsonPath trace(String model, String query) {
    return given()
        .get("/v1/models/" + model + "/trace" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
