package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.ModelDrifted;
import org.motifworks.contracts.event.Topic;
import org.motifworks.contracts.json.Json;
import org.motifworks.embedded.WholeTopic;
import org.motifworks.interpret.InterpretEnvironment;
import org.motifworks.kit.event.FactReader;

/** Scoring over HTTP, by our own API. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ScoreIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);

  @Test
  void score_answersLineByLine_andNamesTheModel() {
    String answer =
        given()
            .contentType("text/x-fasta")
            .body(">a\n" + SEQUENCE + "\n>b\nACGT\n")
            .post("/v1/models/demo@champion/score")
            .then()
            .statusCode(200)
            .contentType("application/x-ndjson")
            .header("Motifworks-Model", "tiny")
            .header("Motifworks-Alias", "demo@champion")
            .header("Motifworks-Generation", "3")
            .extract()
            .asString();
    assertThat(answer.lines()).hasSize(3);
    assertThat(answer).contains("sequence.wrong-length");
    assertThat(answer.lines().reduce((a, b) -> b).orElseThrow())
        .startsWith("{\"count\":2,\"errors\":1,\"model\":\"tiny\"")
        .contains("\"generation\":3");
  }

  @Test
  void score_byAHostileModel_isRefusedWithTheReason_andOthersGoOn() {
    given()
        .contentType("text/x-fasta")
        .body(">a\n" + SEQUENCE + "\n")
        .post("/v1/models/hostile/score")
        .then()
        .statusCode(500)
        .contentType("application/problem+json")
        .body("code", equalTo("model.operator-not-allowed"))
        .body("detail", containsString("'the-loop'"));
    given()
        .contentType("text/x-fasta")
        .body(">a\n" + SEQUENCE + "\n")
        .post("/v1/models/tiny/score")
        .then()
        .statusCode(200);
    String metrics = given().get("/q/metrics").asString();
    assertThat(metrics).containsPattern("motifworks_models_bytes [1-9]");
    assertThat(metrics).contains("motifworks_models_late 0.0");
    given()
        .get("/q/health/ready")
        .then()
        .body("checks.find { it.name == 'models' }.status", equalTo("UP"))
        .body("checks.find { it.name == 'models' }.data.late", equalTo(""));
  }

  @Test
  void score_ofGzippedLines_asATableOfWindows() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      gzip.write(("x " + SEQUENCE + SEQUENCE + "\n").getBytes(StandardCharsets.UTF_8));
    }
    String table =
        given()
            .contentType("text/plain")
            .header("Content-Encoding", "gzip")
            .accept("text/tab-separated-values")
            .body(zipped.toByteArray())
            .post("/v1/models/tiny/score?longer=windows&stride=50&strands=max")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/tab-separated-values"))
            .extract()
            .asString();
    List<String> lines = table.lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).startsWith("id\tstart\tend\t");
    assertThat(lines.get(2)).startsWith("x\t50\t150\t");
    assertThat(lines.get(4)).isEqualTo("#count=1 errors=0 model=tiny");
  }

  /** What the stream says of a sequence is what {@code /saliency} says of it. */
  @Test
  void score_withSaliency_isTheGradientAtTheLetters() throws IOException {
    String line =
        given()
            .body(SEQUENCE)
            .post("/v1/models/tiny/score?saliency=MAX")
            .asString()
            .lines()
            .findFirst()
            .orElseThrow();
    var saliency = Json.mapper().readTree(line).path("saliency");
    assertThat(saliency.path("class").asText()).isEqualTo("MAX");
    assertThat(saliency.path("strand").asText()).isEqualTo("+");
    List<List<Float>> gradient =
        given()
            .contentType("application/json")
            .body(Map.of("sequence", SEQUENCE, "class", "MAX"))
            .post("/v1/models/tiny/saliency")
            .jsonPath()
            .getList("gradient");
    assertThat(saliency.path("values")).hasSize(100);
    for (int i = 0; i < 100; i++) {
      float expected = gradient.get(i).get("ACGT".indexOf(SEQUENCE.charAt(i)));
      assertThat((float) saliency.path("values").get(i).asDouble())
          .isCloseTo(expected, within(2e-5f));
    }
  }

  /** A quarter of the rows is looked at; a thousand are the least. */
  @Test
  void manySequencesUnlikeTraining_areSeenAsDrift_andTold() throws Exception {
    given()
        .contentType("text/plain")
        .body((SEQUENCE + "\n").repeat(4200))
        .post("/v1/models/tiny/score")
        .then()
        .statusCode(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () -> {
              String metrics = given().get("/q/metrics").asString();
              String line =
                  metrics
                      .lines()
                      .filter(l -> l.startsWith("motifworks_drift{model=\"tiny\",of=\"kmers\""))
                      .findFirst()
                      .orElseThrow(() -> new AssertionError(metrics));
              double bits = Double.parseDouble(line.substring(line.lastIndexOf(' ')));
              assertThat(bits).isBetween(0.5, 1.0);
            });
    await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(WholeTopic.read(Topic.DRIFT.topicName()))
                    .filteredOn(record -> record.key().equals("tiny"))
                    .map(record -> (ModelDrifted) FactReader.read(record).orElseThrow().fact())
                    .anyMatch(fact -> fact.largest() > 0.5 && fact.version() >= 10));
  }

  @Test
  void score_ofWhatIsNoSequence_isAProblem() {
    problem("", "hello", 422, "sequences.unknown-format");
    problem("", "", 422, "fasta.empty");
    problem("?input=fasta", "ACGT", 422, "fasta.no-header");
  }

  @Test
  void score_withAnUnknownOption_saysWhichThereAre() {
    problem("?strand=max", SEQUENCE, 400, "score.option");
    problem("?strands=both", SEQUENCE, 400, "score.option");
    problem("?stride=50", SEQUENCE, 400, "score.option");
    problem("?longer=max&stride=0", SEQUENCE, 400, "score.option");
    problem("?saliency=Nobody", SEQUENCE, 422, "class.unknown");
    given()
        .header("Content-Encoding", "br")
        .contentType("text/plain")
        .body(SEQUENCE)
        .post("/v1/models/tiny/score")
        .then()
        .statusCode(415)
        .body("code", equalTo("request.encoding"));
  }

  @Test
  void batches_areMeasuredByTheWayTheyCame() {
    given().contentType("text/plain").body(SEQUENCE + "\nACGT\n").post("/v1/models/tiny/score");
    given()
        .contentType("application/json")
        .body(Map.of("inputs", List.of(OpenInferenceIT.sequences(SEQUENCE))))
        .post("/v2/models/tiny/infer")
        .then()
        .statusCode(200);
    String metrics = given().get("/q/metrics").asString();
    for (String via : List.of("rest", "open-inference", "kafka")) {
      assertThat(metrics)
          .contains("motifworks_scoring_batches_seconds_bucket{via=\"" + via + "\",le=\"0.025\"}")
          .contains("motifworks_scoring_batch_size_bucket{via=\"" + via + "\",le=\"128.0\"}");
      if (via.equals("kafka")) continue;
      String count = "motifworks_scoring_batches_seconds_count{via=\"" + via + "\"} ";
      assertThat(value(metrics, count)).isGreaterThanOrEqualTo(1);
      String scored = "motifworks_scored_sequences_total{result=\"scored\",via=\"" + via + "\"} ";
      assertThat(value(metrics, scored)).isGreaterThanOrEqualTo(1);
    }
  }

  private static double value(String metrics, String series) {
    String line = metrics.lines().filter(each -> each.startsWith(series)).findFirst().orElse("");
    assertThat(line).as("%s in%n%s", series, metrics).isNotEmpty();
    return Double.parseDouble(line.substring(series.length()));
  }

  private static void problem(String query, String body, int status, String code) {
    given()
        .contentType("text/plain")
        .body(body)
        .post("/v1/models/tiny/score" + query)
        .then()
        .statusCode(status)
        .body("code", equalTo(code));
  }
}
