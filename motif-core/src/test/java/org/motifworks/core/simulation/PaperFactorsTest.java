package org.motifworks.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.core.motif.PositionCountMatrix;
import org.motifworks.core.motif.RelevantMotifs;

class PaperFactorsTest {

  @ParameterizedTest
  @CsvSource({
    "0, ARID3A, MA0151.1, 6",
    "1, CEBPB, MA0466.2, 10",
    "2, FOSL1, MA0477.1, 11",
    "3, GABPA, MA0062.2, 11",
    "4, MAFK, MA0496.1, 15",
    "5, MAX, MA0058.3, 10",
    "6, MEF2A, MA0052.3, 12",
    "7, NFYB, MA0502.1, 15",
    "8, SP1, MA0079.3, 11",
    "9, SRF, MA0083.3, 16",
    "10, STAT1, MA0137.3, 11",
    "11, YY1, MA0095.2, 12"
  })
  void factors_haveThePapersOrderIdsAndWidths(int index, String name, String id, int width) {
    TranscriptionFactor factor = PaperFactors.all().get(index);
    assertThat(factor.name()).isEqualTo(name);
    assertThat(factor.motif().id()).isEqualTo(id);
    assertThat(factor.width()).isEqualTo(width);
    assertThat(RelevantMotifs.paper().factorOf(id)).contains(name);
  }

  @Test
  void matrices_areCountsOverTheirSums() {
    for (TranscriptionFactor factor : PaperFactors.all()) {
      PositionCountMatrix counts = factor.motif().counts().orElseThrow();
      for (int position = 0; position < factor.width(); position++) {
        double sum = 0;
        for (int n = 0; n < 4; n++) sum += counts.count(position, n);
        for (int n = 0; n < 4; n++) {
          assertThat(factor.motif().matrix().probability(position, n))
              .isEqualTo(counts.count(position, n) / sum);
        }
      }
    }
  }

  @Test
  void thereAreTwelve() {
    assertThat(PaperFactors.names()).hasSize(12).doesNotHaveDuplicates();
    assertThat(PaperFactors.widest()).isEqualTo(16);
  }
}
