package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.sql.Sql;

@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(180)
class GarbageIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;
  @Inject DataSource database;

  @ConfigProperty(name = "motifworks.artifacts.folder")
  String artifacts;

  @Test
  void outputsThatDoNotCount_go_andAModelKeepsItsOwn() throws Exception {
    DatasetReady dataset = TinyDataset.commit(store, "with-garbage");
    publisher.publish(Ids.next(), dataset);
    TinyRuns.awaitKnown("with-garbage");
    String run = TinyRuns.start("with-garbage", 7, 1);
    String model = TinyRuns.ref(TinyRuns.awaitState(run, "SUCCEEDED")).key();
    InterpretationReady interpretation = TinyInterpretation.commit(store, run);
    publisher.publish(Ids.next(), interpretation);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(
            () -> {
              var view = given().get("/v1/models/" + run).jsonPath();
              return "READY".equals(view.getString("interpretation.state"));
            });
    String losing = stored("models/" + run + "/77");
    String unnamed = stored("interpretations/" + Ids.next());
    for (String old : List.of(model, interpretation.ref().key(), losing, unnamed)) makeOld(old);

    List<String> removed =
        given()
            .delete("/v1/garbage/models")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getList("items.key", String.class);

    assertThat(removed).contains(losing, unnamed).doesNotContain(model, interpretation.ref().key());
    assertThat(store.find(losing)).isEmpty();
    assertThat(store.find(unnamed)).isEmpty();
    assertThat(store.find(model)).isPresent();
    assertThat(store.find(interpretation.ref().key())).isPresent();
  }

  @Test
  void retiredModel_isDeletedLater_andItsDatasetIsReferredToUntilThen() throws Exception {
    DatasetReady dataset = TinyDataset.commit(store, "outlived");
    publisher.publish(Ids.next(), dataset);
    TinyRuns.awaitKnown("outlived");
    String run = TinyRuns.start("outlived", 7, 1);
    assertThat(references(dataset)).contains("job " + run + " false");
    String key = TinyRuns.ref(TinyRuns.awaitState(run, "SUCCEEDED")).key();
    assertThat(references(dataset)).containsExactly("model " + run + " false");
    given().delete("/v1/models/" + run).then().statusCode(200);
    assertThat(references(dataset)).containsExactly("model " + run + " true");
    makeOld(key);
    assertThat(collected("GET")).as("retired a moment ago").doesNotContain(key);

    new Sql(database)
        .update("update model set retired_at = now() - interval '8 days' where id = ?", run);
    assertThat(collected("GET")).contains(key);
    assertThat(store.find(key)).isPresent();
    assertThat(collected("DELETE")).contains(key);

    assertThat(store.find(key)).isEmpty();
    var view = given().get("/v1/models/" + run).then().statusCode(200).extract().jsonPath();
    assertThat(view.getString("deletedAt")).isNotBlank();
    assertThat(view.getString("dataset.id")).isEqualTo(dataset.subject());
    String code =
        given()
            .get("/v1/models/" + run + "/artifacts/predict.onnx")
            .then()
            .statusCode(410)
            .extract()
            .path("code");
    assertThat(code).isEqualTo("model.deleted");
    assertThat(references(dataset)).isEmpty();
  }

  @Test
  void evaluationSetOfASeries_isReferredTo() throws Exception {
    DatasetReady dataset = TinyDataset.commit(store, "judged-on");
    publisher.publish(Ids.next(), dataset);
    TinyRuns.awaitKnown("judged-on");
    assertThat(references(dataset)).isEmpty();
    given()
        .contentType("application/json")
        .body("{\"name\": \"keeps\", \"dataset\": \"judged-on\"}")
        .post("/v1/series")
        .then()
        .statusCode(201);
    assertThat(references(dataset)).containsExactly("series keeps false");
  }

  private static List<String> references(DatasetReady dataset) {
    var answer =
        given()
            .get("/v1/references/datasets/" + dataset.subject())
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();
    return answer.getList("collect { it.kind + ' ' + it.id + ' ' + it.retired }");
  }

  private static List<String> collected(String method) {
    return given()
        .request(method, "/v1/garbage/models")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.key", String.class);
  }

  private String stored(String key) throws IOException {
    try (Staging staging = store.stage(key)) {
      Files.writeString(staging.folder().resolve("a.txt"), "content");
      return staging.commit("model").key();
    }
  }

  private void makeOld(String key) throws IOException {
    Instant then = Instant.now().minus(Duration.ofDays(8));
    Path manifest = Path.of(artifacts).resolve(key).resolve("manifest.json");
    Files.setLastModifiedTime(manifest, FileTime.from(then));
  }
}
