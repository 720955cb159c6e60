package org.motifworks.contracts.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.scoring.SequenceScores.Failure;
import org.motifworks.contracts.scoring.SequenceScores.Result;
import org.motifworks.contracts.scoring.SequencesToScore.Sequence;

/** The golden files are the contract of the two topics. */
class SequenceScoresTest {
  private static final SequenceScores.Input PLACE = new SequenceScores.Input(2, 41);
  private static final Sequence FIRST = new Sequence("chr8:1200-1300", "ACGTTGCATC");
  private static final Failure WRONG_LENGTH =
      new Failure("sequence.wrong-length", "The sequence has 10 nt, the model takes 200 nt.");

  @Test
  void sequence_isReadFromTheGoldenFile() {
    SequencesToScore read = SequencesToScore.read(golden("SequencesToScore.v1.json"));
    assertThat(read)
        .isEqualTo(new SequencesToScore(Optional.of("tf12@champion"), List.of(FIRST), false));
  }

  @Test
  void batch_isReadFromTheGoldenFile() {
    SequencesToScore read = SequencesToScore.read(golden("SequencesToScore.batch.v1.json"));
    Sequence second = new Sequence("chr8:1300-1400", "ACGT");
    assertThat(read)
        .isEqualTo(
            new SequencesToScore(Optional.of("tf12@champion"), List.of(FIRST, second), true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{",
        "{\"id\":\"a\"}",
        "{\"sequence\":\"ACGT\"}",
        "{\"sequences\":[]}",
        "{\"sequences\":[null]}",
        "{\"sequences\":[{\"id\":\"a\"}]}",
        "{\"sequences\":[{\"id\":\"a\",\"sequence\":\"ACGT\"}],\"id\":\"b\"}"
      })
  void otherValue_isRefusedWithAReason(String value) {
    assertThatThrownBy(() -> SequencesToScore.read(value.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .isNotBlank();
  }

  @Test
  void scores_areTheGoldenFile() throws IOException {
    SequenceScores scores =
        new SequenceScores(
            Optional.of("chr8:1200-1300"),
            PLACE,
            Optional.of("01JD4Q00000000000000000000"),
            Optional.of("tf12@champion"),
            Optional.of(3L),
            Optional.of(Map.of("SRF", 0.012f, "MAFK", 0.981f)),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertGolden("SequenceScores.v1.json", scores);
    byte[] golden = golden("SequenceScores.v1.json");
    assertThat(Json.mapper().readValue(golden, SequenceScores.class)).isEqualTo(scores);
  }

  @Test
  void resultsOfABatch_areTheGoldenFile() throws IOException {
    List<Result> results =
        List.of(
            new Result(
                "chr8:1200-1300", Optional.of(new float[] {0.981f, 0.012f}), Optional.empty()),
            new Result("chr8:1300-1400", Optional.empty(), Optional.of(WRONG_LENGTH)));
    SequenceScores scores =
        new SequenceScores(
            Optional.empty(),
            PLACE,
            Optional.of("01JD4Q00000000000000000000"),
            Optional.of("tf12@champion"),
            Optional.of(3L),
            Optional.empty(),
            Optional.of(List.of("MAFK", "SRF")),
            Optional.of(results),
            Optional.empty());
    assertGolden("SequenceScores.batch.v1.json", scores);
  }

  @Test
  void error_isTheGoldenFile() throws IOException {
    SequenceScores error =
        SequenceScores.failed(
            Optional.of("chr8:1200-1300"), new SequenceScores.Input(2, 42), WRONG_LENGTH);
    assertGolden("SequenceScores.error.v1.json", error);
  }

  /** As it was written before references were told. */
  @Test
  void scoresWithoutReference_areStillRead() throws IOException {
    String golden = new String(golden("SequenceScores.v1.json"), StandardCharsets.UTF_8);
    String earlier = golden.replace("\"reference\":\"tf12@champion\",", "");
    assertThat(earlier).isNotEqualTo(golden);
    SequenceScores read = Json.mapper().readValue(earlier, SequenceScores.class);
    assertThat(read.reference()).isEmpty();
    assertThat(read.generation()).contains(3L);
  }

  private static void assertGolden(String name, SequenceScores scores) throws IOException {
    byte[] golden = golden(name);
    assertThat(new String(scores.toJson(), StandardCharsets.UTF_8) + "\n")
        .isEqualTo(new String(golden, StandardCharsets.UTF_8));
  }

  private static byte[] golden(String name) {
    try (InputStream file = SequenceScoresTest.class.getResourceAsStream("/golden/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
