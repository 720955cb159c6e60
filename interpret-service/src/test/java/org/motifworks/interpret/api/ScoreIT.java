package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motifworks.interpret.InterpretEnvironment;

/** What can be asked of a model over HTTP, on the service as it runs. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ScoreIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);

  @Test
  void score_answersLineByLine() {
    String answer =
        given()
            .contentType("text/x-fasta")
            .body(">a\n" + SEQUENCE + "\n>b\nACGT\n")
            .post("/v1/models/tiny/score")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .extract()
            .asString();
    assertThat(answer.lines()).hasSize(3);
    assertThat(answer).contains("sequence.wrong-length");
    assertThat(answer.lines().reduce((a, b) -> b))
        .contains("{\"count\":2,\"errors\":1,\"model\":\"tiny\"}");
  }

  @Test
  void score_ofWhatIsNoSequence_isAProblem() {
    given()
        .contentType("text/plain")
        .body("hello")
        .post("/v1/models/tiny/score")
        .then()
        .statusCode(422)
        .body("code", equalTo("fasta.no-header"));
    given()
        .contentType("text/plain")
        .body("")
        .post("/v1/models/tiny/score")
        .then()
        .statusCode(422)
        .body("code", equalTo("fasta.empty"));
  }

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
                    .body(containsString("\"device\"")));
  }
}
