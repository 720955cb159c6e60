package org.motifworks.interpret.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motifworks.interpret.score.ScoreSettings.Longer;
import static org.motifworks.interpret.score.ScoreSettings.Shorter;
import static org.motifworks.interpret.score.ScoreSettings.Strands;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.ipc.ArrowStreamReader;
import org.apache.arrow.vector.ipc.ReadChannel;
import org.apache.arrow.vector.ipc.message.MessageChannelReader;
import org.apache.arrow.vector.ipc.message.MessageResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.registry.TrainedModel;

/** What Arrow's own reader makes of it, beside the same results as NDJSON. */
class ArrowScoresTest {
  private static final TrainedModel CHAMPION =
      new TrainedModel(
          "m",
          null,
          null,
          Optional.empty(),
          Optional.of(new TrainedModel.Named("tf12", 7, Optional.of("champion"), Optional.of(3L))));

  @TempDir static Path folder;
  private static final ExecutorService READERS = Executors.newCachedThreadPool();
  private static ModelLease model;

  @BeforeAll
  static void load() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    model =
        ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20)
            .acquire(tiny.model());
  }

  @AfterAll
  static void close() {
    model.close();
    READERS.shutdownNow();
  }

  /** 700 records, one in nine of them bad: several batches. */
  @Test
  void table_hasTheScoresOfNdjson_andErrorsInTheirPlace() throws Exception {
    byte[] fasta = fasta(700, 100);
    List<Map<String, Object>> rows = rows(run(ScoreSettings.DEFAULT, fasta));
    List<JsonNode> lines = ndjson(ScoreSettings.DEFAULT, fasta);
    assertThat(rows).hasSize(700);
    List<String> columns = new ArrayList<>(List.of("id"));
    columns.addAll(model.description().classes());
    columns.add("error");
    assertThat(rows.get(0).keySet()).containsExactlyElementsOf(columns);
    for (int i = 0; i < 700; i++) {
      Map<String, Object> row = rows.get(i);
      JsonNode line = lines.get(i);
      assertThat(row.get("id")).hasToString("séquence" + i);
      if (i % 9 == 0) {
        assertThat(row.get("MAX")).isNull();
        assertThat(row.get("error").toString()).startsWith("fasta.invalid-letter: ");
        continue;
      }
      assertThat(row.get("error")).isNull();
      for (String each : model.description().classes()) {
        assertThat(row.get(each)).isEqualTo((float) line.path("scores").path(each).asDouble());
      }
    }
  }

  @Test
  void windowsHitsAndSaliency_areColumns() throws Exception {
    ScoreSettings settings =
        new ScoreSettings(
            Strands.MAX,
            Shorter.PAD,
            Longer.WINDOWS,
            OptionalInt.of(70),
            2,
            Optional.of(ScoreSettings.TOP));
    byte[] fasta = fasta(40, 230);
    List<Map<String, Object>> rows = rows(run(settings, fasta));
    List<JsonNode> lines = ndjson(settings, fasta);
    assertThat(rows).hasSize(lines.size() - 1).hasSizeGreaterThan(80);
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> row = rows.get(i);
      JsonNode saliency = lines.get(i).path("saliency");
      if (lines.get(i).has("error")) {
        assertThat(row.get("saliency")).isNull();
        assertThat(row.get("start")).isNull();
        continue;
      }
      assertThat(row.get("start")).isEqualTo(lines.get(i).path("start").asInt());
      assertThat(row.get("end")).isEqualTo(lines.get(i).path("end").asInt());
      assertThat(row.get("hits").toString().split(",", -1)).hasSize(2);
      assertThat(row.get("saliency_class")).hasToString(saliency.path("class").asText());
      assertThat(row.get("saliency_start")).isEqualTo(saliency.path("start").asInt());
      assertThat(row.get("saliency_strand")).hasToString(saliency.path("strand").asText());
      List<Float> values = new ArrayList<>();
      saliency.path("values").forEach(value -> values.add((float) value.asDouble()));
      assertThat(row.get("saliency")).isEqualTo(values);
    }
  }

  @Test
  void schemaNamesTheModel_andTheLastBatchCounts() throws Exception {
    byte[] table = run(ScoreSettings.DEFAULT, fasta(300, 100));
    try (BufferAllocator memory = new RootAllocator();
        ArrowStreamReader reader = reader(table, memory)) {
      assertThat(reader.getVectorSchemaRoot().getSchema().getCustomMetadata())
          .isEqualTo(
              Map.of(
                  "motifworks.model", "m",
                  "motifworks.reference", "tf12@champion",
                  "motifworks.generation", "3"));
    }
    assertThat(lastMetadata(table))
        .isEqualTo(Map.of("motifworks.count", "300", "motifworks.errors", "34"));
    byte[] end = Arrays.copyOfRange(table, table.length - 8, table.length);
    assertThat(end).containsExactly(-1, -1, -1, -1, 0, 0, 0, 0);
  }

  /** The command line's tests read this file; it is what is answered today. */
  @Test
  void table_isTheGoldenFileOfTheCommandLine() throws Exception {
    String sequence = "ACGTTGCATC".repeat(10);
    String fasta = ">a\n" + sequence + "\n>b\nACGT\n>c\n" + sequence + "\n";
    byte[] table = run(ScoreSettings.DEFAULT, fasta.getBytes(StandardCharsets.UTF_8));
    Path golden = Path.of("../standalone/src/test/resources/golden/scores.arrows");
    List<Map<String, Object>> expected = rows(Files.readAllBytes(golden));
    List<Map<String, Object>> found = rows(table);
    assertThat(found).hasSize(expected.size());
    for (int i = 0; i < found.size(); i++) {
      assertThat(found.get(i).keySet()).isEqualTo(expected.get(i).keySet());
      assertThat(found.get(i).get("id")).isEqualTo(expected.get(i).get("id"));
    }
    assertThat(lastMetadata(Files.readAllBytes(golden))).isEqualTo(lastMetadata(table));
  }

  /** Gzip that ends in the middle: rows, and no count. */
  @Test
  void inputThatBreaksOff_endsWithoutACount() throws Exception {
    java.io.ByteArrayOutputStream zipped = new java.io.ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(zipped)) {
      gzip.write(fasta(5000, 100));
    }
    byte[] table =
        run(ScoreSettings.DEFAULT, Arrays.copyOf(zipped.toByteArray(), zipped.size() / 2));
    List<Map<String, Object>> rows = rows(table);
    assertThat(rows.get(rows.size() - 1).get("error").toString()).startsWith("gzip.truncated: ");
    assertThat(lastMetadata(table)).isEmpty();
  }

  private static byte[] run(ScoreSettings settings, byte[] body) throws Exception {
    return ScoreRun.with(model, READERS)
        .told(CHAMPION)
        .settings(settings)
        .output(ScoreFormat.ARROW)
        .bytes(body);
  }

  private static List<JsonNode> ndjson(ScoreSettings settings, byte[] body) throws Exception {
    List<JsonNode> lines = new ArrayList<>();
    String answer = ScoreRun.with(model, READERS).settings(settings).of(body);
    for (String line : answer.split("\n")) lines.add(Json.mapper().readTree(line));
    return lines;
  }

  private static ArrowStreamReader reader(byte[] table, BufferAllocator memory) {
    return new ArrowStreamReader(new ByteArrayInputStream(table), memory);
  }

  private static List<Map<String, Object>> rows(byte[] table) throws IOException {
    List<Map<String, Object>> rows = new ArrayList<>();
    try (BufferAllocator memory = new RootAllocator();
        ArrowStreamReader reader = reader(table, memory)) {
      VectorSchemaRoot batch = reader.getVectorSchemaRoot();
      while (reader.loadNextBatch()) {
        for (int i = 0; i < batch.getRowCount(); i++) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (FieldVector column : batch.getFieldVectors()) {
            row.put(column.getName(), column.getObject(i));
          }
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** The metadata of the last message. */
  private static Map<String, String> lastMetadata(byte[] table) throws IOException {
    Map<String, String> metadata = new TreeMap<>();
    try (BufferAllocator memory = new RootAllocator();
        MessageChannelReader messages =
            new MessageChannelReader(
                new ReadChannel(Channels.newChannel(new ByteArrayInputStream(table))), memory)) {
      for (MessageResult each = messages.readNext(); each != null; each = messages.readNext()) {
        metadata.clear();
        Message message = each.getMessage();
        for (int i = 0; i < message.customMetadataLength(); i++) {
          metadata.put(message.customMetadata(i).key(), message.customMetadata(i).value());
        }
        if (each.getBodyBuffer() != null) each.getBodyBuffer().close();
      }
    }
    return metadata;
  }

  private static byte[] fasta(int records, int length) {
    SplittableRandom random = new SplittableRandom(5);
    StringBuilder fasta = new StringBuilder();
    for (int i = 0; i < records; i++) {
      fasta.append(">séquence").append(i).append('\n');
      if (i % 9 == 0) fasta.append("AC*T");
      else for (int k = 0; k < length; k++) fasta.append("ACGT".charAt(random.nextInt(4)));
      fasta.append('\n');
    }
    return fasta.toString().getBytes(StandardCharsets.UTF_8);
  }
}
