package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

/** Scoring over HTTP, by our own API and by the Open Inference Protocol. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ScoreIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);
  private static final String LENGTH = "Inference-Header-Content-Length";

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
    Map<String, Object> input = tensor("sequence", "BYTES", List.of(1), List.of(SEQUENCE));
    given()
        .contentType("application/json")
        .body(Map.of("inputs", List.of(input)))
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

  @Test
  void openInference_tellsWhatIsThere() {
    given().get("/v2").then().statusCode(200).body("extensions", hasItems("binary_tensor_data"));
    given().get("/v2/health/live").then().statusCode(200);
    given().get("/v2/models/tiny/ready").then().statusCode(200).body("ready", equalTo(true));
    given()
        .get("/v2/models/demo@champion")
        .then()
        .statusCode(200)
        .body("versions", equalTo(List.of("tiny")))
        .body("inputs.name", equalTo(List.of("sequence", "tokens")))
        .body("outputs[0].shape", equalTo(List.of(-1, 12)))
        .body("parameters.window", equalTo(100));
    given().get("/v2/models/nobody").then().statusCode(404).body("error", containsString("nobody"));
  }

  @Test
  void infer_ofBytesAndOfTokens_areTheSame_asScoreSays() throws IOException {
    float expected =
        Json.mapper()
            .readTree(
                given()
                    .body(SEQUENCE)
                    .post("/v1/models/tiny/score")
                    .asString()
                    .lines()
                    .findFirst()
                    .get())
            .path("scores")
            .path("MAX")
            .floatValue();
    int max =
        given().get("/v2/models/tiny").jsonPath().getList("parameters.classes").indexOf("MAX");
    for (Map<String, Object> input :
        List.of(
            tensor(
                "sequence", "BYTES", List.of(2, 1), List.of(List.of(SEQUENCE), List.of(SEQUENCE))),
            tensor("tokens", "UINT8", List.of(1, 100), tokens()))) {
      List<Float> data =
          given()
              .contentType("application/json")
              .body(Map.of("id", "7", "inputs", List.of(input)))
              .post("/v2/models/tiny/infer")
              .then()
              .statusCode(200)
              .body("id", equalTo("7"))
              .body("model_version", equalTo("tiny"))
              .body("outputs", hasSize(2))
              .extract()
              .jsonPath()
              .getList("outputs[0].data", Float.class);
      assertThat(data.get(max)).isEqualTo(expected);
    }
  }

  /** As tritonclient sends and asks when it is not told otherwise. */
  @Test
  void infer_withBinaryTensors_answersInThem() throws IOException {
    byte[] sequence = SEQUENCE.getBytes(StandardCharsets.US_ASCII);
    byte[] head =
        Json.mapper()
            .writeValueAsBytes(
                Map.of(
                    "inputs",
                    List.of(
                        Map.of(
                            "name",
                            "sequence",
                            "datatype",
                            "BYTES",
                            "shape",
                            List.of(1),
                            "parameters",
                            Map.of("binary_data_size", sequence.length + 4))),
                    "outputs",
                    List.of(Map.of("name", "logits", "parameters", Map.of("binary_data", true)))));
    ByteBuffer body =
        ByteBuffer.allocate(head.length + 4 + sequence.length).order(ByteOrder.LITTLE_ENDIAN);
    body.put(head).putInt(sequence.length).put(sequence);
    var answer =
        given()
            .contentType("application/octet-stream")
            .header(LENGTH, head.length)
            .body(body.array())
            .post("/v2/models/tiny/infer")
            .then()
            .statusCode(200)
            .extract();
    int jsonBytes = Integer.parseInt(answer.header(LENGTH));
    byte[] bytes = answer.asByteArray();
    var json = Json.mapper().readTree(bytes, 0, jsonBytes);
    assertThat(json.at("/outputs/0/parameters/binary_data_size").asInt()).isEqualTo(48);
    assertThat(bytes).hasSize(jsonBytes + 48);
    float first = ByteBuffer.wrap(bytes, jsonBytes, 4).order(ByteOrder.LITTLE_ENDIAN).getFloat();
    Map<String, Object> plain = tensor("sequence", "BYTES", List.of(1), List.of(SEQUENCE));
    float expected =
        given()
            .contentType("application/json")
            .body(Map.of("inputs", List.of(plain), "outputs", List.of(Map.of("name", "logits"))))
            .post("/v2/models/tiny/infer")
            .jsonPath()
            .getFloat("outputs[0].data[0]");
    assertThat(first).isEqualTo(expected);
  }

  @Test
  void infer_ofWhatDoesNotFit_isAnErrorInItsForm() {
    refused(tensor("sequence", "BYTES", List.of(1), List.of("ACGT")), "4 nt");
    refused(tensor("sequence", "BYTES", List.of(2), List.of(SEQUENCE)), "1 elements in 2 rows");
    refused(tensor("sequence", "FP32", List.of(1), List.of(1.5)), "FP32");
    refused(tensor("other", "BYTES", List.of(1), List.of(SEQUENCE)), "no input 'other'");
    refused(tensor("tokens", "UINT8", List.of(1, 99), List.of()), "[1,99]");
  }

  /** Eight million zeros are a few kilobytes as gzip. */
  @Test
  void infer_ofAPackedBody_isBoundedUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 8; i++) gzip.write(new byte[1 << 20]);
    }
    for (String encoding : List.of("gzip", "deflate", "br")) {
      given()
          .contentType("application/json")
          .header("Content-Encoding", encoding)
          .body(packed.toByteArray())
          .post("/v2/models/tiny/infer")
          .then()
          .statusCode(Map.of("gzip", 413, "deflate", 400, "br", 415).get(encoding))
          .body("error", not(emptyString()));
    }
  }

  private static void refused(Map<String, Object> input, String said) {
    given()
        .contentType("application/json")
        .body(Map.of("inputs", List.of(input)))
        .post("/v2/models/tiny/infer")
        .then()
        .statusCode(400)
        .body("error", containsString(said));
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

  private static Map<String, Object> tensor(
      String name, String datatype, List<Integer> shape, List<?> data) {
    return Map.of("name", name, "datatype", datatype, "shape", shape, "data", data);
  }

  private static List<Integer> tokens() {
    return SEQUENCE.chars().mapToObj("ACGT"::indexOf).toList();
  }
}
