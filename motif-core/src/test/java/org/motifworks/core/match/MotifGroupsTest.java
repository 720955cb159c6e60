package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.motifworks.core.logo.LogoHeights;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.Strand;

class MotifGroupsTest {
  private static final long SEED = 2019;
  private static final Motif CTCF = jaspar("MA0139.1");
  private static final Motif MAFK = jaspar("MA0496.1");
  private static final Motif SRF = jaspar("MA0083.3");

  @Test
  void reverseComplementAndShortenedCopy_joinTheWholeMotif_withOffsetAndStrand() {
    Motif reversed = named("reversed", CTCF.matrix().reverseComplement());
    Motif shortened = named("shortened", CTCF.matrix().slice(1, 18));
    List<MotifGroup> groups = MotifGroups.of(List.of(shortened, MAFK, CTCF, reversed, SRF));

    assertThat(groups).hasSize(1);
    MotifGroup group = groups.get(0);
    assertThat(group.representative()).isEqualTo(CTCF);
    assertThat(group.members())
        .extracting(member -> member.motif().id(), MotifGroup.Member::strand)
        .containsExactly(
            tuple("MA0139.1", Strand.FORWARD),
            tuple("shortened", Strand.FORWARD),
            tuple("reversed", Strand.REVERSE));
    assertThat(group.members()).extracting(MotifGroup.Member::offset).containsExactly(0, 1, 0);
  }

  @Test
  void deadAndFlatMotifs_belongToNoGroup() {
    double[][] flat = new double[12][4];
    for (double[] row : flat) Arrays.fill(row, 0.25);
    Motif dead = named("dead", PositionProbabilityMatrix.of(flat));
    Motif alsoDead = named("also-dead", PositionProbabilityMatrix.of(flat));

    assertThat(MotifGroups.of(List.of(dead, alsoDead))).isEmpty();
  }

  /** Each neighbour on the way from one motif to the other is alike; the ends are not. */
  @Test
  void neighboursThatLeadFromOneMotifToAnother_doNotMakeOneGroup() {
    List<Motif> way = new ArrayList<>();
    for (int step = 0; step <= 10; step++) way.add(blend(MAFK, SRF, step / 10.0));

    List<MotifGroup> groups = MotifGroups.of(way);

    assertThat(groups.size()).isGreaterThan(1);
    for (MotifGroup group : groups) {
      for (MotifGroup.Member member : group.members()) {
        assertThat(similarity(member.motif(), group.representative()))
            .isCloseTo(member.similarity(), within(1e-12))
            .isGreaterThanOrEqualTo(MotifGroups.SAME);
      }
    }
  }

  @Test
  void everyOrderOfTheMotifs_givesTheSameGroups() {
    List<Motif> motifs = new ArrayList<>(MotifDatabase.jaspar2016().motifs().subList(0, 120));
    List<String> expected = ids(MotifGroups.of(motifs));
    assertThat(expected).isNotEmpty();
    Collections.shuffle(motifs, new Random(SEED));

    assertThat(ids(MotifGroups.of(motifs))).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** Against all alignments by the definition, without a bound that saves work. */
  @Test
  void membersAlignment_isTheBestThereIs() {
    List<MotifGroup> groups = MotifGroups.of(MotifDatabase.jaspar2016().motifs().subList(0, 120));
    for (MotifGroup group : groups) {
      for (MotifGroup.Member member : group.members()) {
        assertThat(similarity(member.motif(), group.representative()))
            .isCloseTo(member.similarity(), within(1e-12));
        assertThat(
                shared(member.motif(), group.representative(), member.offset(), member.strand())
                    / area(group.representative()))
            .isCloseTo(member.similarity(), within(1e-12));
      }
    }
  }

  private static double similarity(Motif one, Motif other) {
    double best = 0;
    for (Strand strand : Strand.values()) {
      for (int offset = -one.width(); offset <= other.width(); offset++) {
        best = Math.max(best, shared(one, other, offset, strand));
      }
    }
    return best / Math.max(area(one), area(other));
  }

  private static double area(Motif motif) {
    return Arrays.stream(LogoHeights.information(motif.matrix()))
        .flatMapToDouble(Arrays::stream)
        .sum();
  }

  private static double shared(Motif query, Motif target, int offset, Strand strand) {
    double[][] q = LogoHeights.information(query.matrix());
    double[][] t = LogoHeights.information(target.matrix().onStrand(strand));
    double sum = 0;
    for (int i = 0; i < q.length; i++) {
      if (i + offset < 0 || i + offset >= t.length) continue;
      for (int k = 0; k < 4; k++) sum += Math.min(q[i][k], t[i + offset][k]);
    }
    return sum;
  }

  private static Motif blend(Motif one, Motif other, double share) {
    int width = Math.min(one.width(), other.width());
    double[][] rows = one.matrix().slice(0, width).rows();
    for (int i = 0; i < width; i++) {
      for (int k = 0; k < 4; k++) {
        rows[i][k] = (1 - share) * rows[i][k] + share * other.matrix().probability(i, k);
      }
    }
    return named("blend-" + share, PositionProbabilityMatrix.normalized(rows));
  }

  private static List<String> ids(List<MotifGroup> groups) {
    return groups.stream()
        .map(
            group ->
                group.representative().id()
                    + group.members().stream().map(member -> member.motif().id()).sorted().toList())
        .toList();
  }

  private static Motif named(String id, PositionProbabilityMatrix matrix) {
    return new Motif(id, "", matrix, 20);
  }

  private static Motif jaspar(String id) {
    return MotifDatabase.jaspar2016().motifs().stream()
        .filter(motif -> motif.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
