package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.interpret.InterpretEnvironment;

/** A model of one graph: what it answers, and what it says of the rest. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ImportedModelIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);

  @Test
  void score_isThatOfTheSameGraphTrainedHere() {
    assertThat(scores("outside")).isEqualTo(scores("tiny"));
  }

  @Test
  void openInferenceProtocol_isAnswered() {
    given()
        .contentType("application/json")
        .body(
            "{\"inputs\":[{\"name\":\"sequence\",\"shape\":[1],\"datatype\":\"BYTES\",\"data\":[\"%s\"]}]}"
                .formatted(SEQUENCE))
        .post("/v2/models/outside/infer")
        .then()
        .statusCode(200);
  }

  @Test
  void mutagenesis_needsScoresAlone() {
    explain("mutagenesis").statusCode(200);
  }

  @Test
  void saliency_isRefused() {
    explain("saliency")
        .statusCode(409)
        .body("code", equalTo("model.imported"))
        .body("detail", containsString("no graph of its gradient"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hits=3", "saliency=top"})
  void scoreWithMoreThanScores_isRefused(String option) {
    given()
        .contentType("text/x-fasta")
        .body(">a\n" + SEQUENCE + "\n")
        .post("/v1/models/outside/score?" + option)
        .then()
        .statusCode(409)
        .body("code", equalTo("model.imported"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "interpretation",
        "filters",
        "filters.meme",
        "matches.tsv",
        "filters/0/logo.svg",
        "saliency.json",
        "report.html"
      })
  void whatNeedsFilters_isRefused(String path) {
    given()
        .get("/v1/models/outside/" + path)
        .then()
        .statusCode(409)
        .body("code", equalTo("model.imported"));
  }

  private static ValidatableResponse explain(String how) {
    return given()
        .contentType("application/json")
        .body("{\"class\":\"class-1\",\"sequence\":\"" + SEQUENCE + "\"}")
        .post("/v1/models/outside/" + how)
        .then();
  }

  private static String scores(String model) {
    return given()
        .contentType("text/x-fasta")
        .body(">a\n" + SEQUENCE + "\n")
        .post("/v1/models/" + model + "/score")
        .then()
        .statusCode(200)
        .extract()
        .asString()
        .lines()
        .findFirst()
        .orElseThrow()
        .replaceAll("\"[^\"]*\":(?=[0-9])", ""); // its classes have other names
  }
}
