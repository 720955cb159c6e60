package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

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
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.matching.MatchedMotif;
import org.motifworks.contracts.matching.MatchedTarget;
import org.motifworks.contracts.matching.MatchingResult;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.MotifMatcher;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.interpret.InterpretEnvironment;
import org.motifworks.interpret.config.MatchingConfig;
import org.motifworks.interpret.interpretation.Interpretations;
import org.motifworks.interpret.match.MatchLane;
import org.motifworks.kit.artifact.ArtifactStore;

/** Matching over HTTP; expected figures are Tomtom's own (MEME Suite 5.4.1). */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class MotifMatchIT {
  private static final String TSV = "text/tab-separated-values";
  private static final Map<String, Object> JASPAR2016 = Map.of("database", "jaspar2016");

  @Inject ArtifactStore store;
  @Inject Interpretations interpretations;
  @Inject MatchLane lane;
  @Inject MatchingConfig config;

  private String gabpa;
  private Interpretation tiny;

  @BeforeEach
  void read() throws IOException {
    gabpa = Files.readString(Path.of("src/test/resources/motifs/gabpa.meme"));
    tiny =
        interpretations
            .findOrMake(
                store.find("models/tiny/1").orElseThrow(),
                store.find("datasets/tiny/1").orElseThrow())
            .interpretation();
  }

  @Test
  void databases_areListed_withTheirSizeAndLicence() {
    given()
        .get("/v1/motif-databases")
        .then()
        .statusCode(200)
        .body("id", hasItems("jaspar", "jaspar2016"))
        .body("find { it.id == 'jaspar2016' }.motifs", equalTo(519))
        .body("find { it.id == 'jaspar2016' }.title", equalTo("JASPAR CORE 2016 vertebrates"))
        .body("licence", hasItems("CC BY 4.0"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                            | 9.45615e-33 | 38",
        "{'qValue':0.5}                | 9.45615e-33 | 38",
        "{'eValue':0.1}                | 9.45615e-33 | 21",
        "{'eValue':0.1,'distance':'pearson'} | 9.70588e-18 | 19",
        "{'eValue':0.1,'completeScores':false} | 7.88807e-31 | 20",
        "{'eValue':0.1,'reverseComplements':false} | 2.44287e-30 | 20",
        "{'eValue':0.1,'pseudoCount':0} | 4.60325e-32 | 21",
        "{'eValue':0.1,'minOverlap':5} | 9.45615e-33 | 21",
      })
  void pastedGabpa_findsItself_withTomtomsPValue(String settings, double pValue, int matches)
      throws IOException {
    MatchingResult found =
        result(
            Map.of(
                "queries",
                Map.of("motifs", gabpa),
                "targets",
                JASPAR2016,
                "settings",
                Json.mapper().readTree(settings.replace('\'', '"')),
                "logos",
                true));
    MatchedMotif query = found.queries().get(0);
    MatchedTarget best = query.matches().get(0);
    assertThat(query.id()).isEqualTo("q_MA0062.2");
    assertThat(query.matches()).hasSize(matches);
    assertThat(best.targetId()).isEqualTo("MA0062.2");
    assertThat(best.pValue()).isCloseTo(pValue, within(1e-5 * pValue));
    assertThat(best.eValue()).isCloseTo(519 * pValue, within(1e-2 * pValue));
    assertThat(best.coverage()).isGreaterThan(0.99);
    assertThat(best.partial()).isFalse();
    assertThat(best.svg()).get().asString().startsWith("<svg").contains("q_MA0062.2", "Gabpa");
    assertThat(found.counts().withMatch()).isEqualTo(1);
    assertThat(found.database().motifs()).isEqualTo(519);
  }

  @Test
  void motifFileAsTheBody_isMatchedWithTheSettingsOfTheAddress() {
    given()
        .contentType("text/plain")
        .body(gabpa)
        .post("/v1/motif-matches?database=jaspar2016&eValue=0.1&distance=pearson&matches=3")
        .then()
        .statusCode(200)
        .contentType(TSV)
        .body(startsWith("Query_ID\tTarget_ID\tOptimal_offset"))
        .body(containsString("\nq_MA0062.2\tMA0062.2\t0\t9.70588e-18\t5.03735e-15\t"));
    given()
        .contentType("text/plain")
        .accept("application/json")
        .body(gabpa)
        .post("/v1/motif-matches?database=jaspar2016")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .body("queries[0].matches[0].targetId", equalTo("MA0062.2"));
    given()
        .contentType("text/plain")
        .body(gabpa)
        .post("/v1/motif-matches?database=jaspar2016&evalue=0.1")
        .then()
        .statusCode(400)
        .body("code", equalTo("request.unreadable"))
        .body("detail", containsString("evalue"));
  }

  @Test
  void tableOfAJsonRequest_isTomtoms_withAsManyMatchesAsAskedFor() {
    String table =
        given()
            .contentType("application/json")
            .accept(TSV)
            .body(Map.of("queries", Map.of("motifs", gabpa), "targets", JASPAR2016, "matches", 2))
            .post("/v1/motif-matches")
            .asString();
    assertThat(table.lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("q_MA0062.2\tMA0076.2\t1\t8.58904e-12\t4.45771e-09\t"));
  }

  @Test
  void pastedMotifs_areMatchedAgainstOtherPastedOnes() throws IOException {
    MatchingResult found =
        result(
            Map.of(
                "queries", Map.of("motifs", gabpa),
                "targets", Map.of("motifs", gabpa.replace("q_MA0062.2", "other"), "name", "mine")));
    assertThat(found.database()).isEqualTo(new MatchingResult.TargetDatabase("mine", 1));
    MatchedTarget match = found.queries().get(0).matches().get(0);
    assertThat(match.targetId()).isEqualTo("other");
    assertThat(match.eValue()).isEqualTo(match.pValue());
    assertThat(match.svg()).isEmpty();
  }

  @Test
  void filtersOfAModel_areMatchedByTheMatricesOfTheirInterpretation() throws IOException {
    MatchSettings settings =
        MatchSettings.tomtomDefaults().withThreshold(MatchThreshold.eValue(1000));
    MatchingResult found =
        result(
            Map.of(
                "queries", Map.of("model", "tiny"),
                "targets", JASPAR2016,
                "settings", Map.of("eValue", 1000)));
    List<Motif> motifs =
        tiny.filters().stream().filter(FilterFinding::hasMotif).map(MotifMatchIT::motif).toList();
    List<QueryMatches> expected =
        new MotifMatcher(MotifDatabase.jaspar2016(), settings).match(motifs);
    assertThat(found.queries()).hasSize(expected.size()).hasSizeGreaterThan(1);
    for (int i = 0; i < expected.size(); i++) {
      MatchedMotif query = found.queries().get(i);
      assertThat(query.id()).isEqualTo(motifs.get(i).id());
      assertThat(query.matches())
          .isNotEmpty()
          .extracting(MatchedTarget::pValue)
          .isEqualTo(expected.get(i).matches().stream().limit(50).map(MotifMatch::pValue).toList());
    }
  }

  @Test
  void oneFilter_ofAnotherRule_matchesAnotherModelsFilters() throws IOException {
    int filter = tiny.filters().stream().filter(FilterFinding::hasMotif).findFirst().get().filter();
    MatchingResult found =
        result(
            Map.of(
                "queries",
                Map.of(
                    "model", "tiny", "filters", List.of(filter), "rule", "text", "clip", "plain"),
                "targets",
                Map.of("model", "tiny", "rule", "text", "clip", "plain")));
    assertThat(found.database().name()).isEqualTo("filters of tiny tiny (text rule, plain clip)");
    assertThat(found.queries()).hasSize(1);
    assertThat(found.queries().get(0).matches().get(0).targetId()).isEqualTo("filter-" + filter);
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

  private static Motif motif(FilterFinding filter) {
    double[][] rows =
        filter.matrix().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    return new Motif(
        "filter-" + filter.filter(), "", PositionProbabilityMatrix.of(rows), filter.sites());
  }

  private static MatchingResult result(Map<String, Object> request) throws IOException {
    return Json.mapper()
        .readValue(post(request).statusCode(200).extract().asByteArray(), MatchingResult.class);
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
