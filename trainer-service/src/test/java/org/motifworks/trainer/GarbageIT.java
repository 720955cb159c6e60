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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;

@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(180)
class GarbageIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;

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
