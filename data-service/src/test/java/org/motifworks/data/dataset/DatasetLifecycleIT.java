package org.motifworks.data.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.DatasetCancelled;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.DatasetRetired;
import org.motifworks.data.Client;
import org.motifworks.data.Facts;
import org.motifworks.data.Servers;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.config.ArtifactConfig;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.Claim;
import org.motifworks.kit.job.JobQueue;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class DatasetLifecycleIT {

  private static final long SEED = 20260111;

  @Inject Datasets datasets;
  @Inject JobQueue queue;
  @Inject ArtifactStore store;
  @Inject ArtifactConfig config;

  @Test
  void cancel_whileBuilding_leavesNothing_andIsTold() {
    String id = Client.simulate("too-large", 9_000_000, SEED);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Client.dataset(id).getLong("progress.done") > 0);
    given().delete("/v1/datasets/" + id).then().statusCode(202);

    assertThat(Client.ended(id).getString("state")).isEqualTo("CANCELLED");
    assertThat(Facts.about(id, 1))
        .singleElement()
        .satisfies(told -> assertThat(told.fact()).isInstanceOf(DatasetCancelled.class));
    assertThat(folder().resolve("datasets/" + id)).doesNotExist();
    await().until(() -> children(folder().resolve(".staging")) == 0);
  }

  @Test
  void retire_isToldOnce_andASecondTimeRefused() {
    String id = Client.simulate("retired", 100, SEED);
    Client.ended(id);
    JsonPath view =
        given().delete("/v1/datasets/" + id).then().statusCode(202).extract().jsonPath();
    assertThat(view.getString("state")).isEqualTo("RETIRED");
    String code =
        given().delete("/v1/datasets/" + id).then().statusCode(409).extract().path("code");
    assertThat(code).isEqualTo("dataset.ended");

    var told = Facts.about(id, 2);
    assertThat(told).hasSize(2);
    assertThat(told.get(0).fact()).isInstanceOf(DatasetReady.class);
    assertThat(told.get(1).fact()).isInstanceOf(DatasetRetired.class);
    assertThat(told.get(1).fact().version()).isGreaterThan(told.get(0).fact().version());
  }

  @Test
  void idempotencyKey_repeated_isTheFirstDataset_andWithAnotherRequestRefused() {
    String body = Client.simulation("once", 100, SEED);
    String first = post(body, "key-1").path("id");
    assertThat(post(body, "key-1").<String>path("id")).isEqualTo(first);
    assertThat(post(body, "key-2").<String>path("id")).isNotEqualTo(first);

    var refused = post(Client.simulation("once", 101, SEED), "key-1");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("code")).isEqualTo("idempotency.key-reused");
  }

  /** A worker that was killed in the middle: its claim stays, its half-written files stay. */
  @Test
  void abandonedWork_isRedoneByTheNextWorker_withTheSameResult() throws IOException {
    String undisturbed =
        Client.ended(Client.simulate("killed", 400, SEED)).getString("ref.manifestSha256");

    String id = Ids.next();
    DatasetSource source =
        DatasetRequestReader.read(Client.simulation("killed", 400, SEED)).source();
    Claim lost =
        QuarkusTransaction.requiringNew()
            .call(
                () -> {
                  DatasetOrder order = new DatasetOrder("killed", source, Optional.empty());
                  datasets.request(id, order, null);
                  return queue
                      .claim(Set.of(DatasetOrder.KIND), "doomed", Duration.ofSeconds(2))
                      .orElseThrow();
                });
    Staging halfWritten = store.stage("datasets/" + id + "/" + lost.fence());
    Files.writeString(halfWritten.folder().resolve("dataset.json"), "{");

    JsonPath view = Client.ended(id);
    assertThat(view.getString("state")).isEqualTo("READY");
    assertThat(view.getString("ref.key")).isEqualTo("datasets/" + id + "/2");
    assertThat(view.getString("ref.manifestSha256")).isEqualTo(undisturbed);
    assertThat(store.find("datasets/" + id + "/1")).isEmpty();
    assertThat(Facts.about(id, 1)).hasSize(1);
    halfWritten.close();
  }

  @Test
  void misspeltSetting_isRefused_withWhatThereIs() {
    var refused =
        Client.post("{\"name\":\"a\",\"source\":{\"kind\":\"simulation\",\"sequence\":5}}");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.<String>path("detail")).contains("sequence", "sequences");
  }

  @Test
  void badName_andImpossibleSimulation_areRefused() {
    var name = Client.post(Client.simulation("../etc", 100, SEED));
    assertThat(name.statusCode()).isEqualTo(422);
    assertThat(name.<String>path("code")).isEqualTo("dataset.name");
    var length = Client.post("{\"name\":\"a\",\"source\":{\"kind\":\"simulation\",\"length\":5}}");
    assertThat(length.<String>path("code")).isEqualTo("simulation.settings");
  }

  private static io.restassured.response.Response post(String body, String key) {
    return given()
        .contentType("application/json")
        .header("Idempotency-Key", key)
        .body(body)
        .post("/v1/datasets");
  }

  private Path folder() {
    return config.folder().orElseThrow();
  }

  private static int children(Path folder) {
    String[] names = folder.toFile().list();
    return names == null ? 0 : names.length;
  }
}
