package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motifworks.interpret.InterpretEnvironment;

/** What can be asked about a model over HTTP, besides scores. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class InterpretationApiIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);

  @Test
  void saliency_ofASequence_hasNumbersAndAPicture() {
    given()
        .contentType("application/json")
        .body(Map.of("sequence", SEQUENCE, "class", "MAX"))
        .post("/v1/models/tiny/saliency")
        .then()
        .statusCode(200)
        .body("contributions", hasSize(100))
        .body("svg", containsString("<svg"));
    given()
        .contentType("application/json")
        .body(Map.of("sequence", SEQUENCE, "class", "NONE"))
        .post("/v1/models/tiny/saliency")
        .then()
        .statusCode(422)
        .body("code", equalTo("class.unknown"));
    given()
        .contentType("application/json")
        .body(Map.of("sequence", "ACGT", "class", "MAX"))
        .post("/v1/models/tiny/saliency")
        .then()
        .statusCode(422)
        .body("code", equalTo("sequence.wrong-length"));
  }

  @Test
  void unknownModel_andOneStillAwaited_saySo() {
    given()
        .get("/v1/models/nobody/interpretation")
        .then()
        .statusCode(404)
        .body("code", equalTo("model.unknown"));
    given()
        .get("/v1/models/fresh/interpretation")
        .then()
        .statusCode(404)
        .body("code", equalTo("interpretation.not-ready"));
  }

  @Test
  void readiness_namesTheDevice() {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(200)
                    .body(containsString("\"device\""))
                    .body("checks.name", hasItem("artifact store")));
  }

  @Test
  void loopsTurn_andTheStartIsOver_onceAliasesAreKnown() {
    given()
        .get("/q/health/live")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'loops' }.data.scoring", equalTo("turns"))
        .body("checks.find { it.name == 'loops' }.data.aliases", equalTo("turns"))
        .body("checks.find { it.name == 'loops' }.data.drift", equalTo("turns"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/started")
                    .then()
                    .statusCode(200)
                    .body("checks.find { it.name == 'aliases' }.status", equalTo("UP")));
  }
}
