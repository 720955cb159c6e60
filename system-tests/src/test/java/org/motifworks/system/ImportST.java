package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.core.sequence.DnaAlphabet;

/** A graph goes out through the public door and comes in again as a model made elsewhere. */
@Timeout(300)
class ImportST {

  private static final String IMPORT = "/v1/models/import?name=outside&file=deep.onnx&actor=eva";

  private final PublicDoor door = RunningSystem.door();
  private final String trained = SmallModel.get().id();
  private final byte[] graph =
      door.bytes("/v1/models/" + trained + "/artifacts/predict.onnx").body();

  @Test
  void importedGraph_scoresAsTheTrainerLeftIt_underItsAlias() throws IOException {
    JsonNode model = accepted(door.postBytes(IMPORT, graph));
    assertThat(model.at("/imported/file").asText()).isEqualTo("deep.onnx");
    String path = "/v1/models/" + model.get("id").asText();
    HttpResponse<String> alias =
        door.post(path + "/promote", "application/json", "{\"alias\": \"stable\"}");
    assertThat(alias.statusCode()).as(alias.body()).isEqualTo(200);

    HttpResponse<String> scored =
        door.post("/v1/models/outside@stable/score", "text/x-fasta", sample());
    assertThat(scored.statusCode()).as(scored.body()).isEqualTo(200);
    List<JsonNode> lines = scored.body().lines().map(PublicDoor::read).toList();
    assertThat(lines.get(lines.size() - 1).get("model").asText())
        .isEqualTo(model.get("id").asText());
    float[] logits = NpyReader.readFloats(artifact().resolve(ModelFiles.SAMPLE_LOGITS)).values();
    int index = 0;
    for (JsonNode record : lines.subList(0, lines.size() - 1)) {
      for (JsonNode score : record.get("scores")) {
        double offline = 1 / (1 + Math.exp(-logits[index++]));
        assertThat(score.asDouble()).isCloseTo(offline, within(1e-5));
      }
    }
    assertThat(index).isEqualTo(logits.length);
    assertThat(code(door.get(path + "/filters"), 409)).isEqualTo("model.imported");
  }

  @Test
  void hostileGraph_isRefused_andIsNoModel() {
    byte[] half = Arrays.copyOf(graph, graph.length / 2);
    assertThat(code(door.postBytes(hostile(), half), 422)).isEqualTo("model.corrupt");
    HttpResponse<String> refused = door.postBytes(hostile(), renamed("Sigmoid", "Unknown"));
    assertThat(code(refused, 422)).isEqualTo("model.operator-not-allowed");
    assertThat(PublicDoor.read(refused.body()).get("detail").asText())
        .contains("of operator 'Unknown'");
    assertThat(door.get("/v1/series/hostile").statusCode()).isEqualTo(404);
  }

  private static String hostile() {
    return IMPORT.replace("outside", "hostile");
  }

  /** The graph with another operator of as many letters. */
  private byte[] renamed(String operator, String other) {
    String letters = new String(graph, StandardCharsets.ISO_8859_1);
    assertThat(letters).contains(operator);
    return letters.replace(operator, other).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static JsonNode accepted(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    return PublicDoor.read(answer.body());
  }

  private static String code(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return PublicDoor.read(answer.body()).get("code").asText();
  }

  private String sample() throws IOException {
    StringBuilder fasta = new StringBuilder();
    try (MappedByteMatrix sequences =
        MappedByteMatrix.open(artifact().resolve(ModelFiles.SAMPLE_SEQUENCES))) {
      for (int row = 0; row < sequences.rows(); row++) {
        fasta.append(">" + row + "\n" + DnaAlphabet.format(sequences.row(row)) + "\n");
      }
    }
    return fasta.toString();
  }

  private Path artifact() {
    JsonNode view = PublicDoor.read(door.get("/v1/models/" + trained).body());
    return RunningSystem.artifacts().resolve(view.at("/ref/key").asText());
  }
}
