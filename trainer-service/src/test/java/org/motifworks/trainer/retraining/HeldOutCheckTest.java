package org.motifworks.trainer.retraining;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.kit.problem.Problem;

class HeldOutCheckTest {

  private static final long SEED = 7;
  private static final int WINDOW = 30;

  @TempDir Path folder;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final byte[] heldOut = sequence();

  @Test
  void splitsThatShareNothing_areApart() throws IOException {
    assertThatCode(() -> check(sequence())).doesNotThrowAnyException();
  }

  @Test
  void heldOutSequence_isFoundInTraining() {
    assertThatThrownBy(() -> check(heldOut))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("retraining.held-out-in-training")
        .hasMessageContaining("1 sequences")
        .hasMessageContaining("train-1");
  }

  @Test
  void heldOutSequence_isFoundOnTheOtherStrand() {
    assertThatThrownBy(() -> check(ReverseComplement.of(heldOut)))
        .hasMessageContaining("held-out-in-training");
  }

  @Test
  void overlappingPlace_isFoundInTraining_whateverItsSequence() {
    assertThatThrownBy(() -> checkPlaces("peak1::chr8:1229-1259(+)", "chr8:1200-1230"))
        .isInstanceOf(Problem.class)
        .hasMessageContaining("retraining.held-out-locus-in-training")
        .hasMessageContaining("1 sequences")
        .hasMessageContaining("peak1::chr8:1229-1259(+)");
  }

  @Test
  void placesThatTouch_orLieOnOtherChromosomes_areApart() {
    assertThatCode(() -> checkPlaces("chr8:1230-1260", "chr8:1200-1230"))
        .doesNotThrowAnyException();
    assertThatCode(() -> checkPlaces("chr9:1200-1230", "8:1200-1230")).doesNotThrowAnyException();
  }

  private void check(byte[] trainedOn) throws IOException {
    check("train-1", trainedOn, "test-1");
  }

  private void checkPlaces(String trainedOn, String heldOutAt) throws IOException {
    check(trainedOn, sequence(), heldOutAt);
  }

  private void check(String id, byte[] trainedOn, String heldOutId) throws IOException {
    Path folder = Files.createTempDirectory(this.folder, "dataset");
    try (DatasetWriter writer =
        DatasetWriter.create(folder, new DatasetLayout(List.of("A"), WINDOW, false))) {
      byte[] label = {1};
      writer.add(Split.TRAIN, "train-0", sequence(), label);
      writer.add(Split.TRAIN, id, trainedOn, label);
      writer.add(Split.VALIDATION, "validation-0", sequence(), label);
      writer.add(Split.TEST, "test-0", sequence(), label);
      writer.add(Split.TEST, heldOutId, heldOut, label);
      writer.finish(JsonNodeFactory.instance.objectNode());
    }
    try (Dataset dataset = Dataset.open(folder)) {
      HeldOutCheck.requireApart(
          "tf", "peaks", dataset.split(Split.TEST), dataset.split(Split.TRAIN), () -> {});
      HeldOutCheck.requireNoOverlap(
          "tf", "peaks", dataset.split(Split.TEST), dataset.split(Split.TRAIN), () -> {});
    }
  }

  private byte[] sequence() {
    byte[] tokens = new byte[WINDOW];
    for (int i = 0; i < WINDOW; i++) tokens[i] = (byte) random.nextInt(4);
    return tokens;
  }
}
