package org.motifworks.contracts.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.contracts.json.Json;

/** The golden files are the contract of the two topics. */
class SequenceScoresTest {
  private static final SequenceScores.Input PLACE = new SequenceScores.Input(2, 41);

  @Test
  void sequence_isReadFromTheGoldenFile() {
    SequenceToScore read = SequenceToScore.read(golden("SequenceToScore.v1.json"));
    assertThat(read)
        .isEqualTo(
            new SequenceToScore("chr8:1200-1300", Optional.of("tf12@champion"), "ACGTTGCATC"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "[]", "{", "{\"id\":\"a\"}", "{\"sequence\":\"ACGT\"}"})
  void otherValue_isRefusedWithAReason(String value) {
    assertThatThrownBy(() -> SequenceToScore.read(value.getBytes(StandardCharsets.UTF_8)))
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
            Optional.of(3L),
            Optional.of(Map.of("SRF", 0.012f, "MAFK", 0.981f)),
            Optional.empty());
    assertGolden("SequenceScores.v1.json", scores);
  }

  @Test
  void error_isTheGoldenFile() throws IOException {
    SequenceScores error =
        new SequenceScores(
            Optional.of("chr8:1200-1300"),
            new SequenceScores.Input(2, 42),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(
                new SequenceScores.Failure(
                    "sequence.wrong-length", "The sequence has 10 nt, the model takes 200 nt.")));
    assertGolden("SequenceScores.error.v1.json", error);
  }

  private static void assertGolden(String name, SequenceScores scores) throws IOException {
    byte[] golden = golden(name);
    assertThat(new String(scores.toJson(), StandardCharsets.UTF_8) + "\n")
        .isEqualTo(new String(golden, StandardCharsets.UTF_8));
    assertThat(Json.mapper().readValue(golden, SequenceScores.class)).isEqualTo(scores);
  }

  private static byte[] golden(String name) {
    try (InputStream file = SequenceScoresTest.class.getResourceAsStream("/golden/" + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
