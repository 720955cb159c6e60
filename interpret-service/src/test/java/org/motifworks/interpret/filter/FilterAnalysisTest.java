package org.motifworks.interpret.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.FilterGroup;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.interpretation.TargetMatch;
import org.motifworks.core.architecture.MotifLayer;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.MotifMatcher;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;

/** Filters that are known motifs, whole, turned round and in part. */
class FilterAnalysisTest {
  private static final PositionProbabilityMatrix CTCF = matrix("MA0139.1");
  private static final PositionProbabilityMatrix SRF = matrix("MA0083.3");

  private final List<FilterFinding> findings = findings();

  @Test
  void repeatedMotif_isOneGroup_onEitherStrand() {
    FilterGroup first = findings.get(0).group().orElseThrow();
    FilterGroup turned = findings.get(1).group().orElseThrow();
    FilterGroup again = findings.get(2).group().orElseThrow();
    assertThat(first).isEqualTo(new FilterGroup(0, "+", 0, 1));
    assertThat(turned).isEqualTo(new FilterGroup(0, "-", 0, 1));
    assertThat(again.representative()).isZero();
    assertThat(again.strand()).isEqualTo("+");
    assertThat(again.offset()).isEqualTo(3);
    assertThat(again.similarity()).isBetween(0.8, 0.999);
    assertThat(findings.get(3).group()).isEmpty();
  }

  @Test
  void wholeMotif_coversItsMatch_andHalfOfOneIsAPart() {
    TargetMatch whole = findings.get(0).matches().get(0);
    TargetMatch half = findings.get(3).matches().get(0);
    assertThat(whole.targetName()).isEqualTo("CTCF");
    assertThat(whole.coverage().getAsDouble()).isGreaterThan(0.95);
    assertThat(whole.partial()).contains(false);
    assertThat(half.targetName()).isEqualTo("SRF");
    assertThat(half.coverage().getAsDouble()).isBetween(0.2, 0.7);
    assertThat(half.partial()).contains(true);
  }

  @Test
  void deadFilter_hasNeither() {
    assertThat(findings.get(4)).isEqualTo(FilterFinding.withoutMotif(4, true));
  }

  /** What the service's matching and the command line answer for the same motif. */
  @Test
  void figures_areThoseOfTheBundledDatabase() {
    MotifMatcher matcher = new MotifMatcher(MotifDatabase.jaspar2016(), MatchSettings.paper());
    double[][] rows =
        findings.get(0).matrix().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    Motif motif = new Motif("same", "", PositionProbabilityMatrix.of(rows), 100);
    assertThat(findings.get(0).matches())
        .extracting(TargetMatch::pValue)
        .isEqualTo(
            matcher.match(motif).matches().stream().limit(10).map(MotifMatch::pValue).toList());
  }

  private static List<FilterFinding> findings() {
    SortedMap<Integer, Motif> motifs =
        new TreeMap<>(
            Map.of(
                0, motif(0, CTCF),
                1, motif(1, CTCF.reverseComplement()),
                2, motif(2, CTCF.slice(3, CTCF.width())),
                3, motif(3, SRF.slice(0, SRF.width() / 2))));
    ScannedFilters scanned =
        new ScannedFilters(
            new MotifLayer(1, 5, 19, 9, 1, 200),
            Set.of(4),
            Map.of(FilterRule.CODE, motifs, FilterRule.TEXT, motifs));
    FilterAnalysis analysis =
        new FilterAnalysis(
            InterpretationSettings.paper(), JasparDatabase.jaspar2016(), List.of("CTCF", "SRF"));
    return analysis.findings(scanned, analysis.match(scanned).get(0));
  }

  private static Motif motif(int filter, PositionProbabilityMatrix matrix) {
    return new Motif("filter" + filter, "", matrix, 100);
  }

  private static PositionProbabilityMatrix matrix(String id) {
    return JasparDatabase.jaspar2016().find(id).orElseThrow().matrix();
  }
}
