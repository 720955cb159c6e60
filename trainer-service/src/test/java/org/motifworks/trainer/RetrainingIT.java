package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.OptionalDouble;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.ModelDrifted;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.id.Ids;

/** From new data to a judged model, with runs of the real worker. */
@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(180)
class RetrainingIT {

  @Inject ArtifactStore store;
  @Inject FactPublisher publisher;
  @Inject DataSource database;

  /**
   * A burst of data leads to one model, which is promoted; mislabelled data to one that is not; a
   * wish meanwhile is remembered, and the budget ends the day.
   */
  @Test
  void newData_leadsToAPromotedModel_andWorseDataToARejectedOne() throws Exception {
    series("fresh");
    policy("fresh", "fresh", "\"quiet\":\"PT2S\",\"runsPerDay\":3,\"driftAbove\":0.1,")
        .statusCode(200);
    publish(TinyDataset.commit(store, "fresh"));
    DatasetReady latest = TinyDataset.commit(store, "fresh");
    publish(latest);
    JsonPath first = awaitCycle("fresh", 1, "INTERPRETING");
    assertThat(first.getString("cycles[0].dataset.id")).isEqualTo(latest.subject());
    assertThat(first.getList("cycles[0].triggers.kind", String.class))
        .containsExactly("DATASET", "DATASET");
    String good = first.getString("cycles[0].run");
    given().get("/v1/models/fresh@candidate").then().body("id", equalTo(good));
    publisher.publish(Ids.next(), TinyInterpretation.commit(store, good));
    awaitCycle("fresh", 1, "PROMOTED");
    given()
        .get("/v1/series/fresh/aliases/champion")
        .then()
        .body("[0].model", equalTo(good))
        .body("[0].actor", equalTo("retraining"));

    for (double bits : new double[] {0.06, 0.17, 0.23}) { // in one order: they have one key
      publisher.publish(Ids.next(), drift(good, bits));
    }
    JsonPath drifted = awaitState("fresh", "WAITING_FOR_RECORDS");
    assertThat(drifted.getString("lastTrigger.kind")).isEqualTo("DRIFT");
    assertThat(drifted.getString("lastTrigger.reason")).contains(good, "0.170 bits");

    publish(TinyDataset.commitMislabelled(store, "fresh"));
    JsonPath second = awaitCycle("fresh", 2, "TRAINING");
    assertThat(second.getList("cycles[0].triggers.kind", String.class))
        .containsExactlyInAnyOrder("DATASET", "DRIFT");
    ask("fresh", "{\"actor\":\"test\",\"reason\":\"again\"}").statusCode(202);
    assertThat(retraining("fresh").getInt("waitingTriggers")).isEqualTo(1);
    awaitCycle("fresh", 2, "INTERPRETING");
    String bad = second.getString("cycles[0].run");
    publisher.publish(Ids.next(), TinyInterpretation.commit(store, bad));

    JsonPath third = awaitCycle("fresh", 3, "TRAINING"); // what was asked for meanwhile
    assertThat(third.getString("cycles[0].triggers[0].reason")).isEqualTo("again");
    assertThat(third.getString("cycles[1].state")).isEqualTo("REJECTED");
    assertThat(third.getList("cycles[1].reasons", String.class).toString())
        .contains("minimumAuRoc", "auRocTolerance");
    given().get("/v1/models/fresh@champion").then().body("id", equalTo(good));
    given().get("/v1/models/fresh@candidate").then().body("id", equalTo(bad));

    given().delete("/v1/runs/" + third.getString("cycles[0].run") + "?reason=enough");
    JsonPath failed = awaitCycle("fresh", 3, "FAILED");
    assertThat(failed.getString("cycles[0].problem.code")).isEqualTo("retraining.cancelled");

    ask("fresh", "{}").statusCode(202);
    JsonPath spent = awaitState("fresh", "WAITING_FOR_BUDGET");
    assertThat(spent.getString("why")).contains("3 of 3");
    assertThat(spent.getString("next")).endsWith("T00:00:00Z");
    given().delete("/v1/series/fresh/policy").then().statusCode(204);
    assertThat(retraining("fresh").getInt("waitingTriggers")).isZero();
  }

  @Test
  void datasetWithAnotherTestSplit_endsTheCycle_andTheScheduleGoesOn() throws Exception {
    series("guarded");
    policy("guarded", "guarded-*", "\"quiet\":\"PT0S\",\"every\":\"P1D\",").statusCode(200);
    assertThat(retraining("guarded").getString("state")).isEqualTo("IDLE");
    ask("guarded", "{}").statusCode(409).body("code", equalTo("retraining.no-dataset"));
    publish(TinyDataset.commit(store, "guarded-other", 8));
    JsonPath failed = awaitCycle("guarded", 1, "FAILED");
    assertThat(failed.getString("cycles[0].problem.code")).isEqualTo("series.other-test-split");
    assertThat(failed.getString("cycles[0].run")).isNull();
    assertThat(failed.getInt("runsToday")).isZero();

    execute("update retraining_policy set changed_at = changed_at - interval '2 days'");
    execute("update retraining_cycle set started_at = started_at - interval '2 days'");
    JsonPath again = awaitCycle("guarded", 2, "FAILED");
    assertThat(again.getString("cycles[0].triggers[0].kind")).isEqualTo("SCHEDULE");
  }

  @Test
  void wrongPolicy_isRefusedWithWhatIsWrong() throws Exception {
    series("refusing");
    given()
        .get("/v1/series/refusing/policy")
        .then()
        .statusCode(404)
        .body("code", equalTo("retraining.no-policy"));
    policy("nowhere", "x", "").statusCode(404).body("code", equalTo("series.unknown"));
    policy("refusing", "a b", "").statusCode(422).body("detail", containsString("dataset"));
    policy("refusing", "x", "\"runsPerDay\":0,\"every\":\"PT1S\",")
        .statusCode(422)
        .body("detail", containsString("runsPerDay"))
        .body("detail", containsString("PT1M"));
    policy("refusing", "x", "\"quiet\":\"soon\",").statusCode(400);
    policy("refusing", "x", "\"driftAbove\":1.5,")
        .statusCode(422)
        .body("detail", containsString("driftAbove"));
    put("refusing", "{\"dataset\":\"x\",\"architecture\":\"cnn-0\"}")
        .statusCode(422)
        .body("code", equalTo("architecture.unknown"));
    policy("refusing", "x", "").statusCode(200).body("quiet", equalTo("PT1M"));
    given().get("/v1/series/refusing/policy").then().body("runsPerDay", equalTo(4));
  }

  private void series(String name) throws Exception {
    publish(TinyDataset.commit(store, name));
    TinyRuns.awaitKnown(name);
    given()
        .contentType(ContentType.JSON)
        .body(
            "{\"name\":\"%s\",\"dataset\":\"%s\",\"rules\":{\"maximumDeadFiltersPercent\":30}}"
                .formatted(name, name))
        .post("/v1/series")
        .then()
        .statusCode(201);
  }

  private static ModelDrifted drift(String model, double bits) {
    return new ModelDrifted(
        model,
        (long) (bits / ModelDrifted.STEP),
        OptionalDouble.of(bits),
        OptionalDouble.empty(),
        1000);
  }

  private void publish(DatasetReady fact) {
    publisher.publish(Ids.next(), fact);
  }

  private static ValidatableResponse policy(String series, String dataset, String more) {
    return put(
        series,
        ("{\"dataset\":\"%s\",%s\"architecture\":%s,\"training\":{\"maximumEpochs\":20,"
                + "\"patience\":20,\"batchSize\":20,\"learningRate\":0.01}}")
            .formatted(dataset, more, TinyRuns.ARCHITECTURE));
  }

  private static ValidatableResponse put(String series, String policy) {
    return given()
        .contentType(ContentType.JSON)
        .body(policy)
        .put("/v1/series/" + series + "/policy")
        .then();
  }

  private static ValidatableResponse ask(String series, String body) {
    return given()
        .contentType(ContentType.JSON)
        .body(body)
        .post("/v1/series/" + series + "/retrain")
        .then();
  }

  private static JsonPath retraining(String series) {
    return given()
        .get("/v1/series/" + series + "/retraining")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Waits until there are so many cycles and the newest is in a state. */
  private static JsonPath awaitCycle(String series, int cycles, String state) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(
            () -> {
              JsonPath now = retraining(series);
              assertThat(now.getList("cycles.state", String.class)).hasSize(cycles);
              assertThat(now.getString("cycles[0].state")).as(now.prettify()).isEqualTo(state);
            });
    return retraining(series);
  }

  private static JsonPath awaitState(String series, String state) {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> retraining(series).getString("state").equals(state));
    return retraining(series);
  }

  private void execute(String statement) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(statement + " where series = 'guarded'");
    }
  }
}
