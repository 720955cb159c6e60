package org.motifworks.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.motifworks.core.metric.Interval;
import org.motifworks.trainer.gate.Figures.Meaning;
import org.motifworks.trainer.gate.Report.Finding;
import org.motifworks.trainer.series.PromotionRules;

class GateTest {

  private static final PromotionRules DEFAULTS =
      new PromotionRules(null, null, null, null, null, null, null, null, null);
  private static final Interval NO_DIFFERENCE = new Interval(0, -0.004, 0.004);
  private static final Figures CHAMPION =
      figures(1, 0.97, new Meaning(30, 1, Optional.of(90.0), List.of("MAX", "SRF", "SP1", "YY1")));

  private static final List<String> CHAMPION_MOTIFS = CHAMPION.meaning().orElseThrow().motifs();

  @Test
  void firstModel_isJudgedByItselfAlone() {
    List<Finding> findings =
        Gate.findings(
            DEFAULTS,
            figures(1, 0.97, new Meaning(30, 1, Optional.of(90.0), List.of("MAX"))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    assertThat(findings)
        .extracting(Finding::rule)
        .containsExactly("minimumAuRoc", "interpreted", "maximumDeadFiltersPercent");
    assertThat(findings).allMatch(Finding::kept);
  }

  @Test
  void equalModel_keepsEveryRule() {
    assertThat(against(CHAMPION, NO_DIFFERENCE)).hasSize(7).allMatch(Finding::kept);
  }

  /** Better on average is not enough while the interval reaches too far down. */
  @Test
  void difference_isJudgedByTheLowerEndOfItsInterval() {
    assertThat(broken(against(CHAMPION, new Interval(0.005, -0.0101, 0.02))))
        .containsExactly("auRocTolerance");
    assertThat(broken(against(CHAMPION, new Interval(-0.005, -0.0099, 0.001)))).isEmpty();
  }

  @Test
  void modelThatClassifiesAsWell_butMeansLess_isRejected_withWhatWasLost() {
    Figures candidate =
        figures(2, 0.98, new Meaning(30, 7, Optional.of(79.0), List.of("MAX", "SRF", "SP1")));
    List<Finding> findings = against(candidate, NO_DIFFERENCE);
    assertThat(broken(findings))
        .containsExactly(
            "maximumDeadFiltersPercent", "relevantMatchTolerance", "keptMotifsPercent");
    assertThat(findings.get(6).detail())
        .isEqualTo("3 of the champion's 4 motifs are found again, 80.0 % are asked for; lost: YY1");
  }

  @Test
  void uninterpretedModel_isRejected_andUnknownFactorsArePassedOver() {
    Figures mute =
        new Figures(
            2, "m2", Optional.of(new Interval(0.5, 0.4, 0.6)), Optional.empty(), Optional.empty());
    assertThat(broken(against(mute, NO_DIFFERENCE))).containsExactly("minimumAuRoc", "interpreted");
    Figures unknown = figures(2, 0.97, new Meaning(30, 0, Optional.empty(), CHAMPION_MOTIFS));
    assertThat(against(unknown, NO_DIFFERENCE))
        .extracting(Finding::rule)
        .doesNotContain("relevantMatchTolerance")
        .contains("keptMotifsPercent");
  }

  private static List<Finding> against(Figures candidate, Interval auRocDifference) {
    return Gate.findings(
        DEFAULTS,
        candidate,
        Optional.of(CHAMPION),
        Optional.of(auRocDifference),
        Optional.of(NO_DIFFERENCE));
  }

  private static List<String> broken(List<Finding> findings) {
    return findings.stream().filter(f -> !f.kept()).map(Finding::rule).toList();
  }

  private static Figures figures(int version, double auRoc, Meaning meaning) {
    return new Figures(
        version,
        "m" + version,
        Optional.of(new Interval(auRoc, auRoc - 0.01, auRoc + 0.01)),
        Optional.of(new Interval(0.8, 0.7, 0.9)),
        Optional.of(meaning));
  }
}
