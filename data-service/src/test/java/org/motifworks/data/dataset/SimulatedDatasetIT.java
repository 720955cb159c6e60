package org.motifworks.data.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.Split;
import org.motifworks.data.Client;
import org.motifworks.data.Facts;
import org.motifworks.data.Servers;
import org.motifworks.kit.artifact.ArtifactStore;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class SimulatedDatasetIT {

  private static final long SEED = 20260110;

  @Inject ArtifactStore store;

  @Test
  void simulation_becomesReady_andIsTold() throws IOException {
    String id = Client.simulate("told", 500, SEED);
    JsonPath view = Client.ended(id);

    assertThat(view.getString("state")).isEqualTo("READY");
    assertThat(view.getList("classes")).hasSize(12).contains("MAFK");
    assertThat(view.getInt("window")).isEqualTo(200);
    assertThat(view.getInt("counts.train")).isEqualTo(350);
    assertThat(view.getInt("progress.done")).isEqualTo(500);
    assertThat(view.getString("source.spacers")).isEqualTo("code");

    List<Facts.Told> told = Facts.about(id, 1);
    assertThat(told).hasSize(1);
    assertThat(told.get(0).headers())
        .containsEntry("ce_specversion", "1.0")
        .containsEntry("ce_source", "/data-service")
        .containsEntry("ce_type", "motifworks.dataset.ready.v1")
        .containsEntry("ce_subject", id)
        .containsKeys("ce_id", "ce_time");
    DatasetReady ready = (DatasetReady) told.get(0).fact();
    assertThat(ready.name()).isEqualTo("told");
    assertThat(ready.counts()).isEqualTo(new DatasetReady.Counts(350, 50, 100));
    assertThat(ready.ref()).isEqualTo(ref(view));

    try (Dataset dataset = Dataset.open(store.open(ready.ref()).folder())) {
      assertThat(dataset.split(Split.TEST).truth()).isPresent();
      assertThat(dataset.split(Split.TEST).size()).isEqualTo(100);
    }
  }

  @Test
  void sameSeed_givesTheSameArtifact_andAnotherSeedAnother() {
    JsonPath first = Client.ended(Client.simulate("one", 300, SEED));
    JsonPath second = Client.ended(Client.simulate("two", 300, SEED));
    JsonPath other = Client.ended(Client.simulate("three", 300, SEED + 1));
    assertThat(ref(first).manifestSha256()).isEqualTo(ref(second).manifestSha256());
    assertThat(ref(first).manifestSha256()).isNotEqualTo(ref(other).manifestSha256());
  }

  @Test
  void archive_isTheWholeArtifact_theSameAtEveryDownload() throws IOException {
    String id = Client.simulate("archived", 100, SEED);
    Client.ended(id);
    byte[] zip =
        given().get("/v1/datasets/archived/archive").then().statusCode(200).extract().asByteArray();
    assertThat(given().get("/v1/datasets/" + id + "/archive").asByteArray()).isEqualTo(zip);

    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    assertThat(names).startsWith("manifest.json").contains("dataset.json", "train/labels.npy");
  }

  @Test
  void events_tellStateAndProgress_andEnd() {
    String id = Client.simulate("watched", 200, SEED);
    String events =
        given().get("/v1/datasets/" + id + "/events").then().statusCode(200).extract().asString();
    assertThat(events).contains("event:progress", "event:state", "\"state\":\"READY\"");
  }

  @Test
  void list_isPaged_newestFirst_andANameMeansTheNewest() {
    String older = Client.simulate("again", 100, SEED);
    String newer = Client.simulate("again", 100, SEED);
    Client.ended(older);
    Client.ended(newer);

    JsonPath page = given().get("/v1/datasets?limit=1").then().statusCode(200).extract().jsonPath();
    assertThat(page.getString("items[0].id")).isEqualTo(newer);
    JsonPath next = given().get("/v1/datasets?limit=1&before=" + page.getString("next")).jsonPath();
    assertThat(next.getString("items[0].id")).isEqualTo(older);
    assertThat(Client.dataset("again").getString("id")).isEqualTo(newer);
  }

  @Test
  void unknownDataset_is404() {
    JsonPath problem =
        given().get("/v1/datasets/nothing").then().statusCode(404).extract().jsonPath();
    assertThat(problem.getString("code")).isEqualTo("dataset.unknown");
    assertThat(problem.getString("action")).isNotBlank();
  }

  @Test
  void healthAndMetrics_meanSomething() {
    Client.ended(Client.simulate("measured", 50, SEED));
    String ready = given().get("/q/health/ready").then().statusCode(200).extract().asString();
    assertThat(ready).contains("artifact store", "Database connections health check");
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'loops' }.data.'facts-data'", equalTo("turns"))
        .body("checks.find { it.name == 'loops' }.data.'dataset-slot-1'", equalTo("turns"))
        .body("checks.find { it.name == 'loops' }.data.'outbox-relay'", equalTo("turns"));
    given()
        .get("/q/health/started")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'schema' }.data.version", matchesPattern("1\\d{3}"));
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics)
        .contains("motifworks_datasets_ended_total{", "motifworks_datasets_building");
  }

  private static ArtifactRef ref(JsonPath view) {
    return new ArtifactRef(view.getString("ref.key"), view.getString("ref.manifestSha256"));
  }
}
