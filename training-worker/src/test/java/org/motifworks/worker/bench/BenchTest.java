package org.motifworks.worker.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.bench.BenchMessage;
import org.motifworks.contracts.bench.BenchMessage.Finished;
import org.motifworks.contracts.bench.Comparison;
import org.motifworks.core.architecture.ArchitecturePresets;

/** What is measured is real, and both ways compute the same. */
class BenchTest {

  @TempDir Path folder;

  /** Processes, engines and graphs as in use; one round each. */
  @Test
  void bench_measuresEveryPath_andBothWaysAgree() throws Exception {
    List<BenchMessage> messages = new ArrayList<>();
    new Bench(List.of("cnn-25"), 1, folder, Duration.ZERO, messages::add).run();

    assertThat(messages).hasSize(5);
    BenchMessage last = messages.get(4);
    assertThat(BenchMessage.parse(last.toLine())).isEqualTo(last);
    Finished finished = (Finished) last;
    assertThat(finished.machine().sgemmGflops()).isPositive();
    assertThat(finished.architectures().keySet()).containsExactly("cnn-25");
    finished
        .architectures()
        .forEach(
            (name, rates) -> {
              assertThat(rates.paths().keySet())
                  .containsExactly("scan", "predict", "saliency", "train");
              rates.paths().forEach((path, found) -> assertAgreement(name + " " + path, found));
              assertThat(rates.trainShareOfSgemm()).isBetween(0.001, 2.0);
            });
  }

  private static void assertAgreement(String what, Comparison found) {
    assertThat(found.rate()).as(what).isPositive();
    assertThat(found.ratio()).as(what).isCloseTo(found.rate() / found.libraryRate(), within(1e-9));
    assertThat(found.difference()).as(what).isNotNegative().isLessThan(1e-3);
  }

  /** Forward: 200 x 30 x 76, 8 x 128 x 150, 512 x 256 and 12 x 512 products for cnn-25. */
  @Test
  void trainingOperations_ofCnn25_equalTheCountByHand() {
    double first = 200.0 * 30 * 76;
    double others = 8.0 * 128 * 150 + 512 * 256 + 12 * 512;
    assertThat(Bench.trainingOperations(ArchitecturePresets.named("cnn-25")))
        .isEqualTo(2 * (2 * first + 3 * others));
  }

  @Test
  void median_ofAnEvenNumber_isTheMeanOfTheMiddle() {
    assertThat(Duel.median(new double[] {4, 1, 2, 9, 100}, 4)).isEqualTo(3);
    assertThat(Duel.median(new double[] {4, 1, 2}, 3)).isEqualTo(2);
  }
}
