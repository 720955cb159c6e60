package org.motifworks.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;

class RunOrderTest {

  /** Seconds an epoch took, another run on the other core: about 8, 5 and 2. */
  @Test
  void longestFirst_isAsMeasured() {
    List<Architecture> asked =
        List.of("cnn-25", "cnn-2", "cnn-50-2").stream().map(ArchitecturePresets::named).toList();
    assertThat(RunOrder.longestFirst(asked, 200))
        .extracting(Architecture::name)
        .containsExactly("cnn-50-2", "cnn-2", "cnn-25");
  }

  /** 200 positions x 4 x 19 x 30, 8 x 30 x 25 compared; 8 x 30 x 5 x 128, 2 x 128 x 4 compared. */
  @Test
  void cost_ofCnn25_isCounted() {
    assertThat(RunOrder.cost(ArchitecturePresets.named("cnn-25"), 200))
        .isEqualTo(456_000 + 6_000 * 30 + 153_600 + 1_024 * 30);
  }
}
