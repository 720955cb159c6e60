package org.motifworks.data.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motifworks.data.Client;
import org.motifworks.data.Servers;
import org.motifworks.data.StandInTrainer;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.config.ArtifactConfig;

/** From READY to RETIRED to DELETED, and who may keep a dataset from it. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@QuarkusTestResource(value = StandInTrainer.class, restrictToAnnotatedClass = true)
class RetiredDatasetsIT {

  private static final String SERIES = "{\"kind\":\"series\",\"id\":\"tf12\",\"retired\":false}";
  private static final String MODEL = "{\"kind\":\"model\",\"id\":\"01JM\",\"retired\":%s}";

  @Inject ArtifactStore store;
  @Inject ArtifactConfig config;

  @AfterEach
  void answerAgain() {
    StandInTrainer.away(false);
  }

  @Test
  void datasetInUse_isNotRetired_andTheRefusalSaysByWhom() {
    String id = made("in-use");
    StandInTrainer.refer(id, "[" + MODEL.formatted(false) + "," + SERIES + "]");
    JsonPath refused = retire(id, 409);
    assertThat(refused.getString("code")).isEqualTo("dataset.in-use");
    assertThat(refused.getString("detail")).contains("model 01JM", "series tf12");
    assertThat(Client.dataset(id).getString("state")).isEqualTo("READY");
  }

  @Test
  void withoutAnAnswer_nothingIsRetired_norDeleted() throws IOException {
    String id = made("unknown");
    String old = made("unknown-old");
    retire(old, 202);
    retiredLongAgo(old);
    StandInTrainer.away(true);
    assertThat(retire(id, 503).getString("code")).isEqualTo("service.unavailable");
    assertThat(Client.dataset(id).getString("state")).isEqualTo("READY");
    assertThat(collect("DELETE")).doesNotContain(key(old));
    assertThat(Client.dataset(old).getString("state")).isEqualTo("RETIRED");
  }

  @Test
  void retiredLongAgo_andReferredToByNobody_isDeleted_afterADryRunThatDoesNothing()
      throws IOException {
    String id = made("unused");
    String key = key(id);
    retire(id, 202);
    assertThat(collect("GET")).as("retired a moment ago").doesNotContain(key);
    retiredLongAgo(id);

    assertThat(collect("GET")).contains(key);
    assertThat(Client.dataset(id).getString("state")).isEqualTo("RETIRED");
    assertThat(store.find(key)).isPresent();

    assertThat(collect("DELETE")).contains(key);
    JsonPath view = Client.dataset(id);
    assertThat(view.getString("state")).isEqualTo("DELETED");
    assertThat(view.getString("source.kind")).isEqualTo("simulation");
    assertThat(store.find(key)).isEmpty();
    String code =
        given()
            .get("/v1/datasets/" + id + "/archive")
            .then()
            .statusCode(410)
            .extract()
            .path("code");
    assertThat(code).isEqualTo("dataset.deleted");
  }

  @Test
  void datasetOfARetiredModel_isRetired_andKept() throws IOException {
    String id = made("provenance");
    StandInTrainer.refer(id, "[" + MODEL.formatted(true) + "]");
    retire(id, 202);
    retiredLongAgo(id);
    assertThat(collect("DELETE")).doesNotContain(key(id));
    assertThat(store.find(key(id))).isPresent();
    assertThat(Client.dataset(id).getString("state")).isEqualTo("RETIRED");
  }

  private static String made(String name) {
    String id = Client.simulate(name, 100, 20261128);
    assertThat(Client.ended(id).getString("state")).isEqualTo("READY");
    return id;
  }

  private static String key(String id) {
    return Client.dataset(id).getString("ref.key");
  }

  private static JsonPath retire(String id, int status) {
    return given().delete("/v1/datasets/" + id).then().statusCode(status).extract().jsonPath();
  }

  private static List<String> collect(String method) {
    return given()
        .request(method, "/v1/garbage/datasets?olderThan=P7D")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("items.key", String.class);
  }

  /** Nobody waits a week for a test. */
  private void retiredLongAgo(String id) throws IOException {
    Instant then = Instant.now().minus(Duration.ofDays(8));
    QuarkusTransaction.requiringNew()
        .run(() -> DatasetEntity.update("retiredAt = ?1 where id = ?2", then, id));
    Files.setLastModifiedTime(
        config.folder().orElseThrow().resolve(key(id)).resolve("manifest.json"),
        FileTime.from(then));
  }
}
