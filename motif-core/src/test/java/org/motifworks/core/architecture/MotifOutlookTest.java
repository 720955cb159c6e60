package org.motifworks.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.motifworks.core.architecture.MotifOutlook.Kind.EITHER;
import static org.motifworks.core.architecture.MotifOutlook.Kind.PARTS;
import static org.motifworks.core.architecture.MotifOutlook.Kind.WHOLE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.motifworks.core.simulation.PaperTable1;

class MotifOutlookTest {

  private static MotifOutlook outlook(Architecture architecture) {
    return ArchitectureSummary.of(architecture, 200, 12).outlook();
  }

  private static MotifOutlook outlook(String blocks) {
    String json = "{'convolutions':[" + blocks + "]}";
    return outlook(Architecture.fromJson(json.replace('\'', '"')));
  }

  /** In Table 1 the share of relevant filters is at most 13 % or at least 87 %. */
  @ParameterizedTest
  @MethodSource("org.motifworks.core.simulation.PaperTable1#rows")
  void outlook_agreesWithThePapersTable(PaperTable1.Row row) {
    MotifOutlook outlook = outlook(ArchitecturePresets.named(row.architecture()));
    assertThat(outlook.firstLayerMotifs())
        .isEqualTo(row.relevantMatchPercent() > 50 ? WHOLE : PARTS);
    assertThat(outlook.reason().contains("expect poor classification"))
        .isEqualTo(row.auRoc() < 0.8);
  }

  /** Worked out by hand from the table of architectures. */
  @ParameterizedTest
  @CsvSource({
    "cnn-1, 1, conv2",
    "cnn-2, 2, conv2",
    "cnn-100, 100, conv2",
    "cnn-50-2, 50, conv2",
    "cnn-2-1, 100, dense1",
    "cnn-1-3, 1, conv2",
    "cnn-25-90, 25, conv2"
  })
  void uncertainty_isThatOfTheFirstLayerThatJoinsMatches(String name, int nucleotides, String by) {
    MotifOutlook outlook = outlook(ArchitecturePresets.named(name));
    assertThat(outlook.spatialUncertainty()).isEqualTo(nucleotides);
    assertThat(outlook.joinedBy()).isEqualTo(by);
  }

  @Test
  void exponentialActivation_givesWholeMotifsAtAnyPooling() {
    String block = "{'filters':30,'size':19,'activation':'exponential','pool':{'size':2}},";
    MotifOutlook outlook = outlook(block + "{'filters':30,'size':5}");
    assertThat(outlook.firstLayerMotifs()).isEqualTo(WHOLE);
    assertThat(outlook.reason()).contains("Koo and Ploenzke");
  }

  @Test
  void poolsBetweenThoseOfThePaper_leaveItOpen() {
    MotifOutlook outlook =
        outlook("{'filters':30,'size':19,'pool':{'size':7}},{'filters':30,'size':5}");
    assertThat(outlook.firstLayerMotifs()).isEqualTo(EITHER);
  }

  @Test
  void poolOverTheWholeWindow_leavesNoPlaceAtAll() {
    MotifOutlook outlook = outlook("{'filters':30,'size':19,'pool':{'size':200}}");
    assertThat(outlook)
        .extracting(MotifOutlook::firstLayerMotifs, MotifOutlook::spatialUncertainty)
        .containsExactly(WHOLE, 200);
  }
}
