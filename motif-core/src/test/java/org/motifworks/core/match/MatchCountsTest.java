package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

class MatchCountsTest {
  private static final Motif QUERY = jaspar("MA0139.1");
  private static final RelevantFactors FACTORS =
      RelevantFactors.of(List.of("SRF", "MAFK", "YY1"), MotifDatabase.jaspar2016().motifs());

  @Test
  void motifs_countOnceForAnyMatch_andAtEveryFactorTheyMatch() {
    List<QueryMatches> queries =
        List.of(
            query("MA0083.3", "MA0496.1", "MA0083.3"), // SRF twice, MAFK
            query("MA0496.1"),
            query("MA0002.2"), // a factor of another experiment
            query());

    MatchCounts counts = MatchCounts.of(7, queries, FACTORS);

    assertThat(counts.withMatch()).isEqualTo(3);
    assertThat(counts.withRelevantMatch()).hasValue(2);
    assertThat(counts.jasparMatchPercent()).isEqualTo(42.86);
    assertThat(counts.relevantMatchPercent()).hasValue(28.57);
    assertThat(counts.byFactor().toString()).isEqualTo("{SRF=1, MAFK=2, YY1=0}");
    assertThat(counts.coveredFactors()).containsExactly("SRF", "MAFK");
  }

  @Test
  void withoutKnownFactors_nothingIsCalledRelevantOrNot() {
    RelevantFactors none = RelevantFactors.of(List.of(), MotifDatabase.jaspar2016().motifs());

    MatchCounts counts = MatchCounts.of(1, List.of(query("MA0083.3")), none);

    assertThat(counts.withRelevantMatch()).isEqualTo(OptionalInt.empty());
    assertThat(counts.relevantMatchPercent()).isEmpty();
    assertThat(counts.jasparMatchPercent()).isEqualTo(100);
  }

  @Test
  void noMotifs_areZeroPercent() {
    assertThat(MatchCounts.of(0, List.of(), FACTORS).jasparMatchPercent()).isZero();
  }

  private static QueryMatches query(String... targets) {
    return new QueryMatches(QUERY, Arrays.stream(targets).map(id -> match(jaspar(id))).toList());
  }

  private static MotifMatch match(Motif target) {
    return new MotifMatch(
        QUERY, target, ColumnDistance.EUCLIDEAN, 0, 1, Strand.FORWARD, 0, 0, 0, "", "");
  }

  private static Motif jaspar(String id) {
    return MotifDatabase.jaspar2016().motifs().stream()
        .filter(motif -> motif.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
