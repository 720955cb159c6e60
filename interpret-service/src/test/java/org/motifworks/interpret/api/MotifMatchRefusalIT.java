package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.InterpretEnvironment;
import org.motifworks.interpret.config.MatchingConfig;
import org.motifworks.interpret.match.MatchLane;

/** What matching refuses, and how it says so. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class MotifMatchRefusalIT {
  private static final Map<String, Object> JASPAR2016 = Map.of("database", "jaspar2016");

  @Inject MatchLane lane;
  @Inject MatchingConfig config;

  private String gabpa;

  @BeforeEach
  void read() throws IOException {
    gabpa = Files.readString(Path.of("src/test/resources/motifs/gabpa.meme"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'targets':{'database':'nowhere'}}                    | 404 | match.unknown-database",
        "{'targets':{}}                                        | 422 | match.source",
        "{'targets':{'database':'jaspar','model':'tiny'}}      | 422 | match.source",
        "{'targets':{'model':'nobody'}}                        | 404 | model.unknown",
        "{'targets':{'model':'fresh'}}                         | 404 | interpretation.not-ready",
        "{'queries':{'model':'tiny','filters':[6]}}            | 404 | filter.unknown",
        "{'queries':{'model':'tiny','filters':[null]}}         | 400 | request.unreadable",
        "{'queries':{'model':'tiny','rule':'none'}}            | 400 | request.invalid-choice",
        "{'settings':{'distance':'kullback'}}                  | 422 | match.setting",
        "{'settings':{'distanse':'ed'}}                        | 400 | request.unreadable",
        "{'settings':{'minOverlap':'much'}}                    | 400 | request.unreadable",
        "{'matches':0}                                         | 422 | match.setting",
        "{'queries':{'motifs':'hello'}}                        | 422 | motif.unknown-format",
        "{'queries':{'motifs':''}}                             | 422 | motif.empty",
      })
  void wrongRequest_isAProblemWithACode(String change, int status, String code) throws IOException {
    Map<String, Object> request =
        new HashMap<>(Map.of("queries", Map.of("motifs", gabpa), "targets", JASPAR2016));
    Json.mapper()
        .readTree(change.replace('\'', '"'))
        .fields()
        .forEachRemaining(field -> request.put(field.getKey(), field.getValue()));
    post(request)
        .statusCode(status)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
  }

  @Test
  void motifThatCannotBeUsed_isNamedWithItsLine() {
    String broken = gabpa + "\nMOTIF broken\nletter-probability matrix: w= 1\n0 0 0 0\n";
    int line = (int) broken.lines().count();
    post(Map.of("queries", Map.of("motifs", broken), "targets", JASPAR2016))
        .statusCode(200)
        .body("queries", hasSize(1))
        .body("rejected", hasSize(1))
        .body("rejected[0].id", equalTo("broken"))
        .body("rejected[0].line", equalTo(line));
    post(Map.of("queries", Map.of("motifs", gabpa), "targets", Map.of("motifs", broken)))
        .statusCode(422)
        .body("detail", containsString("line " + line))
        .body("detail", containsString("broken"))
        .body("where.line", equalTo(line))
        .body("where.field", equalTo("targets"));
  }

  @Test
  void moreThanTheLimits_isRefused() {
    post(Map.of("queries", Map.of("motifs", "A".repeat(5 << 20)), "targets", JASPAR2016))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("request.too-large"));
    String wide = ">wide\n" + "0.25 0.25 0.25 0.25\n".repeat(101);
    post(Map.of("queries", Map.of("motifs", wide), "targets", JASPAR2016))
        .statusCode(422)
        .body("code", equalTo("match.too-wide"))
        .body("detail", containsString("wide has 101 columns"));
    String motif = gabpa.substring(gabpa.indexOf("MOTIF"));
    String many = gabpa + ("\n" + motif).repeat(200);
    post(Map.of("queries", Map.of("motifs", many), "targets", JASPAR2016))
        .statusCode(422)
        .body("code", equalTo("match.too-many"));
  }

  @Test
  void whenAllPlacesAreTaken_aRequestIsSentAway_andScoringIsNot() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    List<Thread> others =
        Stream.generate(
                () ->
                    new Thread(
                        () ->
                            lane.run(
                                () -> {
                                  begun.countDown();
                                  end.await();
                                  return null;
                                })))
            .limit(config.atOnce())
            .toList();
    try {
      others.forEach(Thread::start);
      begun.await();
      Map<String, Object> request =
          Map.of("queries", Map.of("motifs", gabpa), "targets", JASPAR2016);
      await()
          .untilAsserted(
              () ->
                  post(request)
                      .statusCode(429)
                      .header("Retry-After", "2")
                      .body("code", equalTo("match.busy")));
      given()
          .contentType("text/x-fasta")
          .body(">a\n" + "ACGTTGCATC".repeat(10) + "\n")
          .post("/v1/models/tiny/score")
          .then()
          .statusCode(200)
          .body(containsString("\"count\":1,\"errors\":0"));
    } finally {
      end.countDown();
      for (Thread other : others) other.join();
    }
  }

  private static ValidatableResponse post(Map<String, Object> request) {
    byte[] json;
    try {
      json = Json.mapper().writeValueAsBytes(request);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return given().contentType("application/json").body(json).post("/v1/motif-matches").then();
  }
}
