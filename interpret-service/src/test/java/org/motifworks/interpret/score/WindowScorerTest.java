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
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.model.TokenBatch;

/** Against one prediction a window and strand, put together by hand; the window is 100 nt. */
class WindowScorerTest {
  private static final int CLASS = 4;
  private static final float TOLERANCE = 1e-6f;

  @TempDir static Path folder;
  private static final ExecutorService READERS = Executors.newCachedThreadPool();
  private static ModelLease model;
  private static String className;

  @BeforeAll
  static void load() {
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    model =
        ModelCache.of(tiny.store(), OnnxRuntime.start(DeviceChoice.CPU, 0), 1 << 20)
            .acquire(tiny.model());
    className = model.description().classes().get(CLASS);
  }

  @AfterAll
  static void close() {
    model.close();
    READERS.shutdownNow();
  }

  @Test
  void bothStrands_areTheLargerOrTheMeanOfTheTwo() throws Exception {
    String sequence = random(100, 1);
    float forward = probability(sequence);
    float reverse = probability(opposite(sequence));
    assertThat(forward).isNotCloseTo(reverse, within(1e-4f));
    assertThat(only(sequence, Strands.MAX, Longer.REFUSE, 0))
        .isCloseTo(Math.max(forward, reverse), within(TOLERANCE));
    assertThat(only(sequence, Strands.MEAN, Longer.REFUSE, 0))
        .isCloseTo((forward + reverse) / 2, within(TOLERANCE));
  }

  @Test
  void meanOfBothStrands_ofTheReverseComplement_isTheSame() throws Exception {
    String sequence = random(351, 2);
    for (Longer longer : List.of(Longer.MAX, Longer.MEAN)) {
      // Stride 1: the windows of the opposite strand are the same ones.
      assertThat(only(sequence, Strands.MEAN, longer, 1))
          .isCloseTo(only(opposite(sequence), Strands.MEAN, longer, 1), within(TOLERANCE));
    }
  }

  @Test
  void windows_beginEveryStride_andTheLastEndsWithTheSequence() throws Exception {
    String sequence = random(355, 3);
    List<JsonNode> lines =
        run(">a\n" + sequence, settings(Strands.FORWARD, Shorter.REFUSE, Longer.WINDOWS, 60));
    int[] starts = {0, 60, 120, 180, 240, 255};
    assertThat(lines).hasSize(starts.length + 1);
    for (int i = 0; i < starts.length; i++) {
      assertThat(lines.get(i).path("start").asInt()).isEqualTo(starts[i]);
      assertThat(lines.get(i).path("end").asInt()).isEqualTo(starts[i] + 100);
      assertThat(score(lines.get(i)))
          .isCloseTo(
              probability(sequence.substring(starts[i], starts[i] + 100)), within(TOLERANCE));
    }
    assertThat(lines.get(starts.length).path("count").asInt()).isEqualTo(1);
  }

  @Test
  void longerSequence_isTheMaximumOrMeanOfItsWindows_overManyBatches() throws Exception {
    String sequence = random(700, 4);
    double max = 0;
    double sum = 0;
    for (int start = 0; start <= 600; start++) {
      float one = probability(sequence.substring(start, start + 100));
      max = Math.max(max, one);
      sum += one;
    }
    assertThat(only(sequence, Strands.FORWARD, Longer.MAX, 1))
        .isCloseTo((float) max, within(TOLERANCE));
    assertThat(only(sequence, Strands.FORWARD, Longer.MEAN, 1))
        .isCloseTo((float) (sum / 601), within(TOLERANCE));
  }

  @Test
  void shorterSequence_isFilledUpWithNOnBothSides() throws Exception {
    String sequence = random(61, 5);
    List<JsonNode> lines =
        run(">a\n" + sequence, settings(Strands.FORWARD, Shorter.PAD, Longer.REFUSE, 0));
    String padded = "N".repeat(19) + sequence + "N".repeat(20);
    assertThat(score(lines.get(0))).isCloseTo(probability(padded), within(TOLERANCE));
  }

  @Test
  void goodAndBadRecords_ofAllLengths_stayInOrder() throws Exception {
    StringBuilder fasta = new StringBuilder();
    Random lengths = new Random(6);
    for (int i = 0; i < 500; i++) {
      String letters = i % 7 == 0 ? "AC*T" : random(1 + lengths.nextInt(400), i);
      fasta.append(">").append(i).append('\n').append(letters).append('\n');
    }
    List<JsonNode> lines =
        run(fasta.toString(), settings(Strands.MAX, Shorter.PAD, Longer.MEAN, 33));
    assertThat(lines).hasSize(501);
    for (int i = 0; i < 500; i++) {
      assertThat(lines.get(i).path("id").asInt()).isEqualTo(i);
      assertThat(lines.get(i).has("error")).isEqualTo(i % 7 == 0);
    }
    assertThat(lines.get(500).path("errors").asInt()).isEqualTo(72);
  }

  @Test
  void tsv_hasAColumnAClass_errorsInTheLast_andACountAtTheEnd() throws Exception {
    String sequence = random(100, 7);
    String table =
        ScoreRun.with(model, READERS)
            .output(ScoreFormat.TSV)
            .of((">a\n" + sequence + "\n>b\nACGT\n").getBytes(StandardCharsets.UTF_8));
    List<String[]> rows = table.lines().map(line -> line.split("\t", -1)).toList();
    assertThat(rows.get(0)).hasSize(14).startsWith("id").endsWith("error");
    assertThat(rows.get(0)[1 + CLASS]).isEqualTo(className);
    assertThat(rows.get(1)).hasSize(14).startsWith("a").endsWith("");
    assertThat(Float.parseFloat(rows.get(1)[1 + CLASS]))
        .isCloseTo(probability(sequence), within(TOLERANCE));
    assertThat(rows.get(2)).hasSize(14).startsWith("b", "");
    assertThat(rows.get(2)[13]).startsWith("sequence.wrong-length: The sequence has 4 nt");
    assertThat(rows.get(3)).containsExactly("#count=2 errors=1 model=m");
  }

  @Test
  void linesOfSequences_areNumbered_orBeginWithAnId() throws Exception {
    String sequence = random(100, 8);
    List<JsonNode> lines =
        run(sequence + "\n\nx\t" + sequence + "\nhello\n", ScoreSettings.DEFAULT);
    assertThat(lines.get(0).path("id").asText()).isEqualTo("1");
    assertThat(lines.get(1).path("id").asText()).isEqualTo("x");
    assertThat(lines.get(1).path("scores")).isEqualTo(lines.get(0).path("scores"));
    assertThat(lines.get(2).path("error").path("code").asText())
        .isEqualTo("sequence.invalid-letter");
    assertThat(lines.get(2).path("error").path("detail").asText()).startsWith("line 4: ");
  }

  private static float only(String sequence, Strands strands, Longer longer, int stride)
      throws Exception {
    List<JsonNode> lines =
        run(">a\n" + sequence, settings(strands, Shorter.REFUSE, longer, stride));
    assertThat(lines).hasSize(2);
    return score(lines.get(0));
  }

  private static ScoreSettings settings(
      Strands strands, Shorter shorter, Longer longer, int stride) {
    OptionalInt step = stride == 0 ? OptionalInt.empty() : OptionalInt.of(stride);
    return new ScoreSettings(strands, shorter, longer, step, 0, Optional.empty());
  }

  private static List<JsonNode> run(String text, ScoreSettings settings) throws Exception {
    String answer =
        ScoreRun.with(model, READERS).settings(settings).of(text.getBytes(StandardCharsets.UTF_8));
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Arrays.asList(answer.split("\n", -1))) {
      if (!line.isEmpty()) lines.add(Json.mapper().readTree(line));
    }
    return lines;
  }

  private static float score(JsonNode line) {
    return (float) line.path("scores").path(className).asDouble(Double.NaN);
  }

  private static float probability(String sequence) {
    return model
        .session()
        .predict(TokenBatch.of(DnaAlphabet.tokenise(sequence)))
        .probability(0, CLASS);
  }

  private static String opposite(String sequence) {
    return DnaAlphabet.format(ReverseComplement.of(DnaAlphabet.tokenise(sequence)));
  }

  private static String random(int length, long seed) {
    Random random = new Random(seed);
    StringBuilder sequence = new StringBuilder(length);
    for (int i = 0; i < length; i++) sequence.append("ACGT".charAt(random.nextInt(4)));
    return sequence.toString();
  }
}
