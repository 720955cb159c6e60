package org.motifworks.trainer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(TrainerTestServers.class)
@Timeout(60)
class HealthIT {

  @Test
  void everyLoopTurns_theStoreIsThere_andTheSchemaMigrated() {
    var live = given().get("/q/health/live").then().statusCode(200);
    for (String loop :
        List.of(
            "facts-trainer",
            "training-slot-1",
            "training-heartbeat",
            "judgement-slot-1",
            "retraining-planner",
            "outbox-relay",
            "queue-meters",
            "inbox-retention")) {
      live.body("checks.find { it.name == 'loops' }.data.'" + loop + "'", equalTo("turns"));
    }
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.name", hasItems("artifact store", "Database connections health check"));
    given()
        .get("/q/health/started")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'schema' }.data.version", matchesPattern("1\\d{3}"));
  }

  /** Here rather than in a test of imports, for which the service is started with them allowed. */
  @Test
  void importOfModels_isOffUnlessAnOperatorAllowsIt() {
    given()
        .contentType("application/octet-stream")
        .body(ScoreGraph.of(10, 2, 1))
        .post("/v1/models/import?name=outside")
        .then()
        .statusCode(403)
        .body("code", equalTo("model.import-off"))
        .body("action", containsString("motifworks.models.import=true"));
  }
}
