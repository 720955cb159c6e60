package org.motifworks.interpret.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.InterpretEnvironment;

/** Scoring by the Open Inference Protocol. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class OpenInferenceIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);
  private static final String LENGTH = "Inference-Header-Content-Length";

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
    Map<String, Object> plain = sequences(SEQUENCE);
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
    refused(sequences("ACGT"), "4 nt");
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

  /** One row of bytes. */
  static Map<String, Object> sequences(String sequence) {
    return tensor("sequence", "BYTES", List.of(1), List.of(sequence));
  }

  private static Map<String, Object> tensor(
      String name, String datatype, List<Integer> shape, List<?> data) {
    return Map.of("name", name, "datatype", datatype, "shape", shape, "data", data);
  }

  private static List<Integer> tokens() {
    return SEQUENCE.chars().mapToObj("ACGT"::indexOf).toList();
  }
}
