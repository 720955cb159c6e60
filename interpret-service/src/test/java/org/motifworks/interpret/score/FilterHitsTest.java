package org.motifworks.interpret.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.Activations;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.score.ScoreSettings.Longer;
import org.motifworks.interpret.score.ScoreSettings.Shorter;
import org.motifworks.interpret.score.ScoreSettings.Strands;

/** Against the maps of single sequences, looked through by hand; the window is 100 nt. */
class FilterHitsTest {
  private static final int ALL = 1000;

  @TempDir static Path folder;
  private static final ExecutorService READERS = Executors.newCachedThreadPool();
  private static ModelLease model;
  private static MotifLayer layer;

  @BeforeAll
  static void load() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    model =
        ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20)
            .acquire(tiny.model());
    layer = MotifLayer.of(model.description().trained().orElseThrow().architecture(), 100).get(0);
  }

  @AfterAll
  static void close() {
    model.close();
    READERS.shutdownNow();
  }

  /** Of 300 sequences, so that some are in a second batch. */
  @Test
  void hits_ofBothStrands_areThePositionsWithTheLargestActivation() throws Exception {
    SplittableRandom random = new SplittableRandom(11);
    String[] sequences = new String[300];
    StringBuilder fasta = new StringBuilder();
    for (int i = 0; i < sequences.length; i++) {
      sequences[i] = letters(random, 100);
      fasta.append(">s\n").append(sequences[i]).append('\n');
    }
    List<JsonNode> lines = run(fasta.toString(), Strands.MAX, Longer.REFUSE, ALL);
    Set<String> strands = new HashSet<>();
    for (int i = 0; i < sequences.length; i++) {
      float[][] forward = map(sequences[i]);
      float[][] reverse = map(opposite(sequences[i]));
      int firing = 0;
      for (int f = 0; f < layer.filters(); f++) {
        if (Math.max(largest(forward[f]), largest(reverse[f])) > 0) firing++;
      }
      JsonNode hits = lines.get(i).path("hits");
      assertThat(hits).hasSize(firing);
      assertThat(activations(hits)).isSortedAccordingTo(Comparator.reverseOrder());
      for (JsonNode hit : hits) {
        int filter = hit.path("filter").asInt();
        boolean plus = hit.path("strand").asText().equals("+");
        strands.add(hit.path("strand").asText());
        float found = (float) hit.path("activation").asDouble();
        assertThat(found).isEqualTo(Math.max(largest(forward[filter]), largest(reverse[filter])));
        int start = hit.path("start").asInt();
        int end = hit.path("end").asInt();
        if (end - start < layer.receptiveField()) continue; // over an end of the sequence
        int position = (plus ? start : 100 - end) + layer.leftPad();
        assertThat((plus ? forward : reverse)[filter][position]).isEqualTo(found);
      }
    }
    assertThat(strands).containsExactlyInAnyOrder("+", "-");
  }

  /** The strongest stretch of one sequence, put into a longer one of nothing but N. */
  @Test
  void hit_ofALongSequence_isWhereItsStretchLies_inItsWindowAndInTheWhole() throws Exception {
    SplittableRandom random = new SplittableRandom(12);
    JsonNode hit = only(letters(random, 100), Longer.REFUSE).path("hits").get(0);
    SplittableRandom again = new SplittableRandom(12);
    String stretch =
        letters(again, 100).substring(hit.path("start").asInt(), hit.path("end").asInt());
    String sequence = "N".repeat(230) + stretch + "N".repeat(200);
    JsonNode whole = only(sequence, Longer.MAX);
    assertThat(StreamSupport.stream(whole.path("hits").spliterator(), false))
        .anySatisfy(
            found -> {
              assertThat(found.path("filter")).isEqualTo(hit.path("filter"));
              assertThat(found.path("activation")).isEqualTo(hit.path("activation"));
              assertThat(found.path("start").asInt()).isEqualTo(230);
              assertThat(found.path("end").asInt()).isEqualTo(230 + stretch.length());
            });
    JsonNode padded = only(stretch, Longer.REFUSE);
    assertThat(StreamSupport.stream(padded.path("hits").spliterator(), false))
        .anySatisfy(
            found -> {
              assertThat(found.path("filter")).isEqualTo(hit.path("filter"));
              assertThat(found.path("start").asInt()).isZero();
              assertThat(found.path("end").asInt()).isEqualTo(stretch.length());
            });
  }

  @Test
  void table_hasAColumnOfHits_beforeTheErrors() throws Exception {
    String sequence = letters(new SplittableRandom(13), 100);
    String table =
        ScoreRun.with(model, READERS)
            .settings(settings(Strands.FORWARD, Longer.REFUSE, 2))
            .output(ScoreFormat.TSV)
            .of((">a\n" + sequence + "\n>b\nACGU1\n").getBytes(StandardCharsets.UTF_8));
    List<String[]> rows = table.lines().map(line -> line.split("\t", -1)).toList();
    assertThat(rows.get(0)).hasSize(15).endsWith("hits", "error");
    assertThat(rows.get(1)).hasSize(15);
    assertThat(rows.get(1)[13])
        .matches("\\d+:\\d+-\\d+:\\+:\\d+\\.\\d+(E-?\\d+)?,\\d+:\\d+-\\d+:\\+:\\d.*");
    assertThat(rows.get(2)).hasSize(15);
    assertThat(rows.get(2)[14]).startsWith("fasta.invalid-letter");
  }

  private static JsonNode only(String sequence, Longer longer) throws Exception {
    return run(">a\n" + sequence + "\n", Strands.FORWARD, longer, ALL).get(0);
  }

  private static List<JsonNode> run(String text, Strands strands, Longer longer, int hits)
      throws Exception {
    String answer =
        ScoreRun.with(model, READERS)
            .settings(settings(strands, longer, hits))
            .of(text.getBytes(StandardCharsets.UTF_8));
    return Arrays.stream(answer.split("\n")).map(FilterHitsTest::json).toList();
  }

  private static ScoreSettings settings(Strands strands, Longer longer, int hits) {
    return new ScoreSettings(
        strands, Shorter.PAD, longer, OptionalInt.empty(), hits, Optional.empty());
  }

  private static JsonNode json(String line) {
    try {
      return Json.mapper().readTree(line);
    } catch (java.io.IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static List<Double> activations(JsonNode hits) {
    return StreamSupport.stream(hits.spliterator(), false)
        .map(hit -> hit.path("activation").asDouble())
        .toList();
  }

  /** The first layer's map of one sequence, {@code [filters][positions]}. */
  private static float[][] map(String sequence) {
    TokenBatch one = TokenBatch.of(DnaAlphabet.tokenise(sequence));
    Activations found = model.session().activations(one).get(0);
    float[][] map = new float[found.filters()][];
    for (int f = 0; f < map.length; f++) {
      map[f] = Arrays.copyOfRange(found.values(), f * found.length(), (f + 1) * found.length());
    }
    return map;
  }

  private static float largest(float[] values) {
    float largest = values[0];
    for (float value : values) largest = Math.max(largest, value);
    return largest;
  }

  private static String opposite(String sequence) {
    return DnaAlphabet.format(ReverseComplement.of(DnaAlphabet.tokenise(sequence)));
  }

  private static String letters(SplittableRandom random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) letters.append("ACGT".charAt(random.nextInt(4)));
    return letters.toString();
  }
}
