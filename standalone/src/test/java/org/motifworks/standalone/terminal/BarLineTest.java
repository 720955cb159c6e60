package org.motifworks.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BarLineTest {

  private static final Style PLAIN = new Style(false);

  @Test
  void knownTotal_showsBarAmountTimeLeftAndNote() {
    assertThat(
            new BarLine("training", 20, 100, "validation loss .1312")
                .render(Duration.ofSeconds(30), 120, PLAIN))
        .isEqualTo(
            "⠋ training        ━━━━━━────────────────────────  20/100  2 min 00 s left"
                + "  validation loss .1312");
  }

  @Test
  void unknownTotal_showsASpinnerAndTheTimeGone() {
    assertThat(new BarLine("training", 0, 0, "queued").render(Duration.ofMillis(12_200), 80, PLAIN))
        .isEqualTo("⠙ training        queued  12 s");
  }

  @Test
  void narrowTerminal_cutsTheNote_notTheBar() {
    String line = new BarLine("upload", 1, 2, "a long note").render(Duration.ZERO, 58, PLAIN);

    assertThat(line).hasSizeLessThanOrEqualTo(58).endsWith("…");
  }
}
