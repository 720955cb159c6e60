package org.motifworks.interpret.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.motifworks.interpret.score.ScoreSettings.Longer;
import static org.motifworks.interpret.score.ScoreSettings.Shorter;
import static org.motifworks.interpret.score.ScoreSettings.Strands;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.saliency.ClassGradient;

/** Against the gradients of single rows, one by one; the window is 100 nt. */
class SequenceSaliencyTest {
  private static final float TOLERANCE = 1e-5f;

  @TempDir static Path folder;
  private static final ExecutorService READERS = Executors.newCachedThreadPool();
  private static ModelLease model;
  private static List<String> classes;

  @BeforeAll
  static void load() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    model =
        ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20)
            .acquire(tiny.model());
    classes = model.description().classes();
  }

  @AfterAll
  static void close() {
    model.close();
    READERS.shutdownNow();
  }

  /** Over several batches, with errors between: each in its place. */
  @Test
  void everySequence_isExplainedForItsClass_inOrder_withErrorsBetween() throws Exception {
    StringBuilder fasta = new StringBuilder();
    List<String> sequences = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sequences.add(i % 5 == 0 ? "AC*T" : letters(100, i));
      fasta.append(">s").append(i).append('\n').append(sequences.get(i)).append('\n');
    }
    List<JsonNode> lines = run(fasta.toString(), settings(Strands.FORWARD, Longer.REFUSE, "MAX"));
    assertThat(lines).hasSize(301);
    for (int i = 0; i < 300; i++) {
      assertThat(lines.get(i).path("id").asText()).isEqualTo("s" + i);
      assertThat(lines.get(i).has("error")).isEqualTo(i % 5 == 0);
      if (i % 5 == 0) continue;
      JsonNode saliency = lines.get(i).path("saliency");
      assertThat(saliency.path("class").asText()).isEqualTo("MAX");
      assertThat(saliency.path("strand").asText()).isEqualTo("+");
      assertThat(saliency.path("start").asInt()).isZero();
      assertValues(saliency, gradientTimesInput(sequences.get(i), classes.indexOf("MAX")));
    }
    assertThat(lines.get(300).path("errors").asInt()).isEqualTo(60);
  }

  @Test
  void top_isTheMostProbableClass() throws Exception {
    String sequence = letters(100, 41);
    JsonNode line = run(">a\n" + sequence, settings(Strands.FORWARD, Longer.REFUSE, "top")).get(0);
    String top = null;
    for (String each : classes) {
      double score = line.path("scores").path(each).asDouble();
      if (top == null || score > line.path("scores").path(top).asDouble()) top = each;
    }
    assertThat(line.path("saliency").path("class").asText()).isEqualTo(top);
    assertValues(line.path("saliency"), gradientTimesInput(sequence, classes.indexOf(top)));
  }

  /** The row with the class's largest probability, looked for by hand over windows and strands. */
  @Test
  void longSequence_isExplainedWhereItsClassIsMostProbable_onEitherStrand() throws Exception {
    int max = classes.indexOf("MAX");
    boolean[] seen = new boolean[2];
    for (int seed = 50; seed < 70; seed++) {
      String sequence = letters(260, seed);
      float best = -1;
      int at = 0;
      boolean reverse = false;
      for (int start : new int[] {0, 100, 160}) {
        String window = sequence.substring(start, start + 100);
        for (boolean opposite : new boolean[] {false, true}) {
          float probability = probability(opposite ? opposite(window) : window, max);
          if (probability <= best) continue;
          best = probability;
          at = start;
          reverse = opposite;
        }
      }
      seen[reverse ? 1 : 0] = true;
      JsonNode saliency =
          run(">a\n" + sequence, settings(Strands.MAX, Longer.MAX, "MAX")).get(0).path("saliency");
      assertThat(saliency.path("start").asInt()).isEqualTo(at);
      assertThat(saliency.path("strand").asText()).isEqualTo(reverse ? "-" : "+");
      String window = sequence.substring(at, at + 100);
      float[] expected = gradientTimesInput(reverse ? opposite(window) : window, max);
      assertValues(saliency, reverse ? backwards(expected) : expected);
    }
    assertThat(seen).containsExactly(true, true);
  }

  @Test
  void paddedSequence_hasAValueForEachOfItsNucleotides() throws Exception {
    String sequence = letters(61, 7);
    JsonNode saliency =
        run(">a\n" + sequence, settings(Strands.FORWARD, Longer.REFUSE, "MAX"))
            .get(0)
            .path("saliency");
    float[] padded =
        gradientTimesInput("N".repeat(19) + sequence + "N".repeat(20), classes.indexOf("MAX"));
    assertValues(saliency, java.util.Arrays.copyOfRange(padded, 19, 80));
  }

  @Test
  void table_hasColumnsOfSaliency_beforeTheErrors() throws Exception {
    String table =
        ScoreRun.with(model, READERS)
            .settings(settings(Strands.FORWARD, Longer.WINDOWS, "MAX"))
            .output(ScoreFormat.TSV)
            .of(bytes(">a\n" + letters(150, 9) + "\n>b\nACGU1\n"));
    List<String[]> rows = table.lines().map(line -> line.split("\t", -1)).toList();
    assertThat(rows.get(0)).hasSize(20);
    assertThat(rows.get(0))
        .endsWith("saliency_class", "saliency_start", "saliency_strand", "saliency", "error");
    assertThat(rows.get(1)[1]).isEqualTo("0");
    assertThat(rows.get(2)[1]).isEqualTo("50");
    assertThat(rows.get(2)).hasSize(20).contains("MAX", "50", "+");
    assertThat(rows.get(2)[18].split(",")).hasSize(100);
    assertThat(rows.get(3)).hasSize(20);
    assertThat(rows.get(3)[19]).startsWith("fasta.invalid-letter");
  }

  private static void assertValues(JsonNode saliency, float[] expected) {
    assertThat(saliency.path("values")).hasSize(expected.length);
    float largest = 0;
    for (int i = 0; i < expected.length; i++) {
      largest = Math.max(largest, Math.abs(expected[i]));
      assertThat((float) saliency.path("values").get(i).asDouble())
          .isCloseTo(expected[i], within(TOLERANCE));
    }
    assertThat(largest).isGreaterThan(100 * TOLERANCE);
  }

  /** One row alone, by the engine of {@code POST /v1/models/{ref}/saliency}. */
  private static float[] gradientTimesInput(String sequence, int classIndex) {
    byte[] tokens = DnaAlphabet.tokenise(sequence);
    double[][] gradient =
        new ClassGradient(model.session(), SaliencyRule.GUIDED)
            .explain(tokens, classIndex)
            .gradient();
    float[] values = new float[tokens.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = tokens[i] == 4 ? 0 : (float) gradient[i][tokens[i]];
    }
    return values;
  }

  private static float probability(String sequence, int classIndex) {
    TokenBatch one = TokenBatch.of(DnaAlphabet.tokenise(sequence));
    return model.session().predict(one).probability(0, classIndex);
  }

  private static List<JsonNode> run(String text, ScoreSettings settings) throws Exception {
    String answer = ScoreRun.with(model, READERS).settings(settings).of(bytes(text));
    List<JsonNode> lines = new ArrayList<>();
    for (String line : answer.split("\n")) lines.add(Json.mapper().readTree(line));
    return lines;
  }

  private static ScoreSettings settings(Strands strands, Longer longer, String saliency) {
    return new ScoreSettings(
        strands, Shorter.PAD, longer, OptionalInt.empty(), 0, Optional.of(saliency));
  }

  private static String opposite(String sequence) {
    return DnaAlphabet.format(ReverseComplement.of(DnaAlphabet.tokenise(sequence)));
  }

  private static float[] backwards(float[] values) {
    float[] result = new float[values.length];
    for (int i = 0; i < values.length; i++) result[i] = values[values.length - 1 - i];
    return result;
  }

  private static String letters(int length, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) letters.append("ACGT".charAt(random.nextInt(4)));
    return letters.toString();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
