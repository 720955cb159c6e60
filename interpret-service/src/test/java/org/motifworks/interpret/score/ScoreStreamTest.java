package org.motifworks.interpret.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.registry.TrainedModel;

class ScoreStreamTest {

  private static final TrainedModel CHAMPION =
      new TrainedModel(
          "m",
          null,
          null,
          Optional.empty(),
          Optional.of(new TrainedModel.Named("tf12", 7, Optional.of("champion"), Optional.of(3L))));

  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);

  @TempDir Path folder;
  private final ExecutorService readers = Executors.newCachedThreadPool();
  private ModelLease model;

  @BeforeEach
  void load() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    model =
        ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20)
            .acquire(tiny.model());
  }

  @AfterEach
  void close() {
    model.close();
    readers.shutdownNow();
  }

  @Test
  void fasta_isScoredInOrder_andCounted() throws Exception {
    StringBuilder fasta = new StringBuilder();
    for (int i = 0; i < 1000; i++)
      fasta.append(">s").append(i).append('\n').append(SEQUENCE).append('\n');
    List<JsonNode> lines = run(fasta.toString().getBytes(StandardCharsets.UTF_8));
    assertThat(lines).hasSize(1001);
    for (int i = 0; i < 1000; i++) assertThat(lines.get(i).path("id").asText()).isEqualTo("s" + i);
    assertThat(lines.get(1000))
        .isEqualTo(Json.mapper().readTree("{\"count\":1000,\"errors\":0,\"model\":\"m\"}"));
  }

  @Test
  void scores_equalTheModelsOwn_byClassName() throws Exception {
    JsonNode scores = run(text(">a\n" + SEQUENCE)).get(0).path("scores");
    float expected =
        model.session().predict(TokenBatch.of(DnaAlphabet.tokenise(SEQUENCE))).probability(0, 4);
    String name = model.description().classes().get(4);
    assertThat((float) scores.path(name).asDouble()).isCloseTo(expected, within(1e-6f));
    assertThat(scores.size()).isEqualTo(12);
  }

  @Test
  void badRecords_areErrorsInTheirPlace() throws Exception {
    List<JsonNode> lines =
        run(
            text(
                ">a\n"
                    + SEQUENCE
                    + "\n>b\nACGT\n>c\nAC*T\n>d\n"
                    + SEQUENCE.toLowerCase(java.util.Locale.ROOT)));
    assertThat(lines.get(0).has("scores")).isTrue();
    assertThat(lines.get(1).path("error").path("code").asText()).isEqualTo("sequence.wrong-length");
    assertThat(lines.get(1).path("error").path("detail").asText())
        .contains("4 nt")
        .contains("100 nt");
    assertThat(lines.get(2).path("id").asText()).isEqualTo("c");
    assertThat(lines.get(2).path("error").path("code").asText()).isEqualTo("fasta.invalid-letter");
    assertThat(lines.get(3).path("scores")).isEqualTo(lines.get(0).path("scores"));
    assertThat(lines.get(4).path("errors").asInt()).isEqualTo(2);
  }

  @Test
  void ndjson_isReadLineByLine() throws Exception {
    List<JsonNode> lines =
        run(
            text(
                "{\"id\":\"a\",\"sequence\":\""
                    + SEQUENCE
                    + "\"}\n\n{\"id\":\"b\"}\n{broken\n"
                    + "{\"id\":\"c\",\"sequence\":\""
                    + SEQUENCE.replace('T', 'U')
                    + "\"}"));
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1).path("error").path("code").asText()).isEqualTo("json.not-a-record");
    assertThat(lines.get(2).path("error").path("code").asText()).isEqualTo("json.malformed");
    assertThat(lines.get(3).path("scores")).isEqualTo(lines.get(0).path("scores"));
  }

  @Test
  void cutOffGzip_endsWithoutACount() throws Exception {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      java.util.Random letters = new java.util.Random(7);
      for (int i = 0; i < 5000; i++) {
        StringBuilder sequence = new StringBuilder();
        for (int k = 0; k < 100; k++) sequence.append("ACGT".charAt(letters.nextInt(4)));
        gzip.write(text(">s" + i + "\n" + sequence + "\n"));
      }
    }
    byte[] cut = java.util.Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2);
    List<JsonNode> lines = run(cut);
    assertThat(lines.get(0).has("scores")).isTrue();
    JsonNode last = lines.get(lines.size() - 1);
    assertThat(last.path("error").path("code").asText()).isEqualTo("gzip.truncated");
  }

  @Test
  void lastLine_namesTheModel_andTheGenerationOfItsAlias() throws Exception {
    byte[] body = text(">a\n" + SEQUENCE + "\n");
    List<JsonNode> lines = lines(ScoreRun.with(model, readers).told(CHAMPION).of(body));
    JsonNode last = lines.get(lines.size() - 1);
    assertThat(last.path("model").asText()).isEqualTo("m");
    assertThat(last.path("named"))
        .isEqualTo(
            Json.mapper()
                .readTree(
                    "{\"alias\":\"champion\",\"generation\":3,\"series\":\"tf12\",\"version\":7}"));
  }

  private List<JsonNode> run(byte[] body) throws IOException, InterruptedException {
    return lines(ScoreRun.with(model, readers).of(body));
  }

  private static List<JsonNode> lines(String answer) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : answer.split("\n", -1)) {
      if (!line.isEmpty()) lines.add(Json.mapper().readTree(line));
    }
    return lines;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
