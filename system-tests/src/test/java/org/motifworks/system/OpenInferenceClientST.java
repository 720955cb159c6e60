package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What public clients of the Open Inference Protocol send is answered as they expect, by the whole
 * running system: the requests are theirs, the scores those of {@code /v1/models/{ref}/score}.
 */
@Timeout(300)
class OpenInferenceClientST {
  private static final String LENGTH = "inference-header-content-length";
  private static final List<String> SEQUENCES =
      List.of("ACGTTGCA".repeat(12) + "GCCACGTG" + "TGCAACGT".repeat(12), "ACGT".repeat(50));

  private final SmallModel model = SmallModel.get();
  private final PublicDoor door = RunningSystem.door();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tritonclient/server-live",
        "tritonclient/server-ready",
        "tritonclient/model-ready",
        "tritonclient/model-ready-of-a-version",
        "kserve/server-live",
        "kserve/server-ready",
        "kserve/model-ready"
      })
  void healthAndReadiness_are200(String request) {
    assertThat(send(request).status()).isEqualTo(200);
  }

  @Test
  void metadata_isThatOfTheServer_andOfTheModel() {
    JsonNode server = PublicDoor.read(send("tritonclient/server-metadata").text());
    assertThat(server.path("name").asText()).isEqualTo("motifworks");
    assertThat(server.path("extensions").toString()).contains("binary_tensor_data");
    JsonNode metadata = PublicDoor.read(send("tritonclient/model-metadata").text());
    assertThat(metadata.path("name").asText()).isEqualTo(model.id());
    assertThat(metadata.at("/versions/0").asText()).isEqualTo(model.id());
    assertThat(metadata.at("/inputs/0/datatype").asText()).isEqualTo("BYTES");
    assertThat(metadata.at("/outputs/0/shape").toString()).isEqualTo("[-1,12]");
    assertThat(PublicDoor.read(send("tritonclient/model-metadata-of-a-version").text()))
        .isEqualTo(metadata);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tritonclient/infer-bytes-as-json",
        "tritonclient/infer-bytes-as-binary",
        "tritonclient/infer-json-with-binary-outputs",
        "tritonclient/infer-binary-with-outputs-of-both-kinds",
        "tritonclient/infer-tokens-as-binary",
        "tritonclient/infer-of-a-version",
        "tritonclient/infer-request-gzip",
        "tritonclient/infer-request-deflate",
        "tritonclient/infer-answer-gzip",
        "tritonclient/infer-both-gzip",
        "kserve/infer-bytes-as-json",
        "kserve/infer-bytes-as-binary",
        "kserve/infer-tokens-as-json",
        "kserve/infer-tokens-as-binary"
      })
  void infer_answersTheScoresOfTheScoringApi(String request) throws IOException {
    RecordedRequest.Answer answer = send(request);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(probabilities(answer)).isEqualTo(scores());
  }

  @ParameterizedTest
  @CsvSource({
    "model-ready-of-a-version-there-is-not, 404, has no version '7'",
    "infer-of-a-version-there-is-not, 404, has no version '7'",
    "infer-classification, 400, classification",
    "infer-sequence-too-short, 400, sequence 0 has 4 nt",
    "model-config, 404, does not offer",
    "repository-index, 404, does not offer"
  })
  void whatIsNotThere_isAnErrorThatTheClientCanRead(String request, int status, String said) {
    RecordedRequest.Answer answer = send("tritonclient/" + request);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(PublicDoor.read(answer.text()).path("error").asText()).contains(said);
  }

  private RecordedRequest.Answer send(String request) {
    return RecordedRequest.of(request, model.id()).send(door.at("/"));
  }

  /** As the clients read them: behind the JSON, or in it. */
  private static List<Float> probabilities(RecordedRequest.Answer answer) throws IOException {
    byte[] body = answer.body();
    boolean tail = answer.headers().containsKey(LENGTH);
    int head = tail ? Integer.parseInt(answer.headers().get(LENGTH)) : body.length;
    JsonNode json = PublicDoor.read(new String(body, 0, head, StandardCharsets.UTF_8));
    int at = head;
    for (JsonNode output : json.path("outputs")) {
      int bytes = output.at("/parameters/binary_data_size").asInt(0);
      if (output.path("name").asText().equals("probabilities")) {
        assertThat(output.path("shape").toString()).isEqualTo("[2,12]");
        return bytes > 0 ? floats(ByteBuffer.wrap(body, at, bytes)) : floats(output.path("data"));
      }
      at += bytes;
    }
    throw new AssertionError("no probabilities: " + json);
  }

  private static List<Float> floats(ByteBuffer raw) {
    List<Float> values = new ArrayList<>();
    raw.order(ByteOrder.LITTLE_ENDIAN);
    while (raw.hasRemaining()) values.add(raw.getFloat());
    return values;
  }

  private static List<Float> floats(JsonNode data) {
    return StreamSupport.stream(data.spliterator(), false)
        .map(value -> (float) value.asDouble())
        .toList();
  }

  /** Row after row, the classes in the model's order. */
  private List<Float> scores() {
    String table =
        door.postFor(
                "/v1/models/" + model.id() + "/score",
                "text/plain",
                "text/tab-separated-values",
                String.join("\n", SEQUENCES))
            .body();
    return table
        .lines()
        .skip(1)
        .limit(SEQUENCES.size())
        .flatMap(row -> Stream.of(row.split("\t")).skip(1))
        .map(Float::valueOf)
        .toList();
  }
}
