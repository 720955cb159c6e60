package org.motifworks.data.scoring;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.json.Json;
import org.motifworks.data.Servers;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.config.ArtifactConfig;
import org.motifworks.kit.id.Ids;

/** What is left of a scoring that was deleted. Nobody is there to score: its end is written. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
class DeletedScoringIT {

  private static final String GARBAGE = "/v1/garbage/datasets";

  @Inject ArtifactStore store;
  @Inject ArtifactConfig config;
  @Inject DataSource database;

  @Test
  void finishedScoring_isRetired_andItsTableGarbage() throws Exception {
    String id = Ids.next();
    ArtifactRef table = stored("scorings/" + id + "/1");
    succeeded(id, table);
    String door = "/v1/scorings/" + id;
    assertThat(state(given().get(door).jsonPath())).isEqualTo("SUCCEEDED");
    assertThat(given().get(door + "/scores.tsv.gz").statusCode()).isEqualTo(200);
    assertThat(garbage()).doesNotContain(table.key());

    assertThat(state(given().delete(door + "?cancel=true").jsonPath())).isEqualTo("SUCCEEDED");
    assertThat(garbage()).doesNotContain(table.key());

    for (int i = 0; i < 2; i++) { // it may be asked for again
      assertThat(state(given().delete(door).then().statusCode(202).extract().jsonPath()))
          .isEqualTo("RETIRED");
    }
    assertThat(state(given().get(door).jsonPath())).isEqualTo("RETIRED");
    String listed = "items.find { it.id == '" + id + "' }.state";
    assertThat(given().get("/v1/scorings").jsonPath().getString(listed)).isEqualTo("RETIRED");
    JsonPath gone =
        given().get(door + "/scores.tsv.gz").then().statusCode(409).extract().jsonPath();
    assertThat(gone.getString("code")).isEqualTo("scoring.no-scores");
    assertThat(gone.getString("detail")).contains("RETIRED");
    assertThat(garbage()).contains(table.key());
    given().delete(GARBAGE).then().statusCode(200);
    assertThat(store.find(table.key())).isEmpty();
  }

  @Test
  void scoringUnderWay_isCancelled_andThenRetired() throws IOException {
    Path file = Files.writeString(Servers.inputs().resolve("new.fa"), ">a\nACGT\n");
    String id =
        given()
            .contentType("application/json")
            .body("{\"model\":\"m\",\"sequences\":\"%s\"}".formatted(file))
            .post("/v1/scorings")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    String door = "/v1/scorings/" + id;
    assertThat(state(given().delete(door).jsonPath())).isIn("CANCELLED", "CANCELLING");
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> state(given().get(door).jsonPath()).equals("CANCELLED"));
    assertThat(state(given().delete(door).jsonPath())).isEqualTo("RETIRED");
  }

  @Test
  void scoringThatIsNotThere_cannotBeDeleted() {
    String code =
        given().delete("/v1/scorings/nobody").then().statusCode(404).extract().path("code");
    assertThat(code).isEqualTo("scoring.unknown");
  }

  private static String state(JsonPath view) {
    return view.getString("state");
  }

  private static Iterable<String> garbage() {
    return given().get(GARBAGE).jsonPath().getList("items.key", String.class);
  }

  private ArtifactRef stored(String key) throws IOException {
    try (Staging staging = store.stage(key)) {
      Files.writeString(staging.folder().resolve(ScoringResult.TABLE), "table");
      ArtifactRef ref = staging.commit("scoring");
      Path manifest = config.folder().orElseThrow().resolve(key).resolve("manifest.json");
      Instant then = Instant.now().minus(Duration.ofDays(8));
      Files.setLastModifiedTime(manifest, FileTime.from(then));
      return ref;
    }
  }

  private void succeeded(String id, ArtifactRef table) throws SQLException, IOException {
    String result =
        Json.mapper()
            .writeValueAsString(new ScoringResult(table, "m", 1, 0, 0, java.util.List.of()));
    try (Connection connection = database.getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into job (id, kind, state, payload, result, ended_at) values"
                    + " (?, 'scoring', 'SUCCEEDED', '{\"model\":\"m\",\"sequences\":\"/a.fa\"}',"
                    + " ?::jsonb, clock_timestamp())")) {
      insert.setString(1, id);
      insert.setString(2, result);
      insert.executeUpdate();
    }
  }
}
