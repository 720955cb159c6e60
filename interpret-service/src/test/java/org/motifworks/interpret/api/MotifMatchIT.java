package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.motifworks.interpret.interpretation.Interpretations;
import org.motifworks.kit.artifact.ArtifactStore;

/** Matching over HTTP; expected figures are Tomtom's own (MEME Suite 5.4.1). */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class MotifMatchIT {
  private static final String TSV = "text/tab-separated-values";
  private static final Map<String, Object> JASPAR2016 = Map.of("database", "jaspar2016");

  @Inject ArtifactStore store;
  @Inject Interpretations interpretations;

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
