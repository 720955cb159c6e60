package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.PositionProbabilityMatrixTest;
import org.motifworks.core.motif.Strand;

class MotifMatcherTest {
  private static final MatchThreshold ALL = MatchThreshold.eValue(1e9);

  /** ARID3A's matrix with the four digits it was given to Tomtom 5.4.1 with. */
  private static final Motif ARID3A =
      new Motif(
          "q_MA0151.1",
          "",
          PositionProbabilityMatrix.of(
              new double[][] {
                {1, 0, 0, 0},
                {0, 0, 0, 1},
                {0.0370 / 0.9999, 0.3333 / 0.9999, 0, 0.6296 / 0.9999},
                {1, 0, 0, 0},
                {1, 0, 0, 0},
                {0.7407 / 0.9999, 0, 0.0370 / 0.9999, 0.2222 / 0.9999}
              }),
          27);

  /** Rows of Tomtom's output for this query as the first of its file. */
  @ParameterizedTest
  @CsvSource({
    "default, MA0151.1 0 1.31118e-12 6.80502e-10 1.26375e-09 6 ATTAAA ATTAAA +",
    "default, MA0913.1 3 0.00164271 0.852567 0.274858 6 ATTAAA GCAATAAAAA +",
    "default, MA0909.1 3 0.00194449 1.00919 0.274858 6 ATTAAA CCAATAAAAA +",
    "norc, MA0151.1 0 9.81038e-13 5.09159e-10 4.2644e-10 6 ATTAAA ATTAAA +",
    "pearson, MA0151.1 0 1.39666e-08 7.24869e-06 1.40101e-05 6 ATTAAA ATTAAA +",
    "incomplete, MA0151.1 0 4.80387e-12 2.49321e-09 4.84476e-09 6 ATTAAA ATTAAA +",
    "pseudo0, MA0151.1 0 1.17868e-13 6.11733e-11 1.13479e-10 6 ATTAAA ATTAAA +"
  })
  void rows_areTomtoms(String setting, String row) {
    MatchSettings defaults = MatchSettings.tomtomDefaults();
    MatchSettings settings = settings(setting);
    assertThat(new MotifMatcher(MotifDatabase.jaspar2016(), settings).match(ARID3A).matches())
        .extracting(TomtomTsv::row)
        .contains("q_MA0151.1\t" + row.replace(' ', '\t'));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19, 100, 500})
  void flatOneHotAndRandomQueriesOfAnyWidth_haveProbabilities(int width) {
    Random random = new Random(width);
    double[][] flat = new double[width][4];
    double[][] oneHot = new double[width][4];
    for (int column = 0; column < width; column++) {
      flat[column] = new double[] {0.25, 0.25, 0.25, 0.25};
      oneHot[column][random.nextInt(4)] = 1;
    }
    List<Motif> queries =
        List.of(
            new Motif("flat", "", PositionProbabilityMatrix.of(flat), width),
            new Motif("hot", "", PositionProbabilityMatrix.of(oneHot), width),
            new Motif("random", "", PositionProbabilityMatrixTest.random(width, width), width));
    MotifDatabase some =
        MotifDatabase.of("some", JasparDatabase.jaspar2016().motifs().subList(0, 60));
    MatchSettings settings = MatchSettings.paper().withThreshold(ALL);
    for (ColumnDistance distance : ColumnDistance.values()) {
      MatchSettings complete = settings.withDistance(distance);
      for (MatchSettings each : List.of(complete, complete.withIncompleteScores())) {
        for (QueryMatches query : new MotifMatcher(some, each).match(queries)) {
          assertThat(query.matches()).hasSize(60);
          for (MotifMatch match : query.matches()) {
            assertThat(match.pValue()).isBetween(0.0, 1.0);
            assertThat(match.qValue()).isBetween(0.0, 1.0);
          }
        }
      }
    }
  }

  @Test
  void reversedQuery_findsTheSameTargetsOnTheOtherStrand() {
    Motif gabpa = JasparDatabase.jaspar2016().find("MA0062.2").orElseThrow();
    Motif reversed = gabpa.withMatrix(gabpa.matrix().reverseComplement());
    MotifMatcher matcher = new MotifMatcher(MotifDatabase.jaspar2016(), MatchSettings.paper());
    List<MotifMatch> forward = matcher.match(gabpa).matches();
    List<MotifMatch> backward = matcher.match(reversed).matches();
    assertThat(forward.get(0).target().id()).isEqualTo("MA0062.2");
    assertThat(forward.get(0).strand()).isEqualTo(Strand.FORWARD);
    assertThat(backward.get(0).strand()).isEqualTo(Strand.REVERSE);
    for (MotifMatch match : forward) {
      assertThat(backward)
          .filteredOn(other -> other.target().id().equals(match.target().id()))
          .singleElement()
          .satisfies(
              other ->
                  assertThat(other.pValue())
                      .isEqualTo(match.pValue(), within(1e-5 * match.pValue())));
    }
  }

  @Test
  void targetNarrowerThanTheMinimumOverlap_mustLieWhollyUnderTheQuery() {
    Motif narrow = new Motif("narrow", "", ARID3A.matrix().slice(0, 3), 20);
    MotifDatabase database = MotifDatabase.of("two", List.of(narrow, ARID3A));
    MatchSettings settings = MatchSettings.paper().withThreshold(ALL).withMinOverlap(5);
    for (MatchSettings each : List.of(settings, settings.withIncompleteScores())) {
      assertThat(new MotifMatcher(database, each).match(ARID3A).matches())
          .extracting(match -> match.target().id() + " " + match.overlap())
          .containsExactlyInAnyOrder("q_MA0151.1 6", "narrow 3");
    }
  }

  /** Tomtom leaves out queries wider than 100; theirs are the only rows that differ then. */
  @Test
  void queryWiderThanTheReferenceTakes_changesNoOtherQuerys() {
    Motif wide = new Motif("wide", "", PositionProbabilityMatrixTest.random(101, 1), 20);
    MotifMatcher matcher = new MotifMatcher(MotifDatabase.jaspar2016(), MatchSettings.paper());
    List<QueryMatches> without = matcher.match(List.of(ARID3A, ARID3A));
    List<QueryMatches> with = matcher.match(List.of(ARID3A, wide, ARID3A));
    assertThat(List.of(with.get(0), with.get(2))).isEqualTo(without);
  }

  @Test
  void pValues_doNotDependOnTheOtherQueries() {
    List<Motif> queries = JasparDatabase.jaspar2016().motifs().subList(0, 8);
    MotifMatcher matcher = new MotifMatcher(MotifDatabase.jaspar2016(), MatchSettings.paper());
    List<QueryMatches> together = matcher.match(queries);
    for (int i = 0; i < queries.size(); i++) {
      assertThat(together.get(i).matches())
          .extracting(MotifMatch::pValue)
          .isEqualTo(
              matcher.match(queries.get(i)).matches().stream().map(MotifMatch::pValue).toList());
    }
    assertThat(matcher.match(queries)).isEqualTo(together);
  }

  /** Against plain loops and an enumeration of every combination of target columns. */
  @Property(tries = 80)
  void pValues_equalEnumeration(@ForAll long seed) {
    Random random = new Random(seed);
    List<Motif> targets = new ArrayList<>();
    for (int i = 0; i < 3; i++) targets.add(motif("t" + i, 1 + random.nextInt(2), random));
    Motif query = motif("q", 1 + random.nextInt(3), random);
    MatchSettings settings =
        MatchSettings.paper()
            .withThreshold(ALL)
            .withDistance(ColumnDistance.values()[random.nextInt(2)])
            .withMinOverlap(1 + random.nextInt(2));
    if (random.nextBoolean()) settings = settings.withIncompleteScores();
    for (MotifMatch match :
        new MotifMatcher(MotifDatabase.of("small", targets), settings).match(query).matches()) {
      double slow = SlowTomtom.bestPValue(query, targets, match.target(), settings);
      assertThat(match.pValue()).isEqualTo(slow, within(1e-6 * slow));
    }
  }

  /** Reading the whole database from the other strand. */
  @Property(tries = 20)
  void reversedTargets_changeNothingButTheStrand(@ForAll long seed) {
    Random random = new Random(seed);
    List<Motif> targets = new ArrayList<>();
    for (int i = 0; i < 60; i++) targets.add(motif("t" + i, 4 + random.nextInt(9), random));
    Motif query = motif("q", 3 + random.nextInt(15), random);
    for (ColumnDistance distance : ColumnDistance.values()) {
      MatchSettings settings = MatchSettings.paper().withThreshold(ALL).withDistance(distance);
      List<MotifMatch> forward = matches(targets, query, settings);
      List<Motif> reversed =
          targets.stream().map(t -> t.withMatrix(t.matrix().reverseComplement())).toList();
      List<MotifMatch> backward = matches(reversed, query, settings);
      int ties = 0;
      for (MotifMatch match : forward) {
        MotifMatch other =
            backward.stream()
                .filter(m -> m.target().id().equals(match.target().id()))
                .findFirst()
                .orElseThrow();
        assertThat(other.pValue()).isEqualTo(match.pValue());
        assertThat(other.qValue()).isEqualTo(match.qValue());
        assertThat(other.overlap()).isEqualTo(match.overlap());
        // where both strands match just as well, either reading names its forward one
        if (other.strand() == match.strand()) {
          ties++;
        } else {
          assertThat(other.offset()).isEqualTo(match.offset());
          assertThat(other.targetConsensus()).isEqualTo(match.targetConsensus());
        }
      }
      assertThat(ties).isLessThan(20);
    }
  }

  private static List<MotifMatch> matches(
      List<Motif> targets, Motif query, MatchSettings settings) {
    return new MotifMatcher(MotifDatabase.of("random", targets), settings).match(query).matches();
  }

  private static MatchSettings settings(String name) {
    MatchSettings defaults = MatchSettings.tomtomDefaults();
    return switch (name) {
      case "norc" -> defaults.withoutReverseComplements();
      case "pearson" -> defaults.withDistance(ColumnDistance.PEARSON);
      case "incomplete" -> defaults.withIncompleteScores();
      case "pseudo0" -> defaults.withPseudoCount(0);
      default -> defaults;
    };
  }

  private static Motif motif(String id, int width, Random random) {
    return new Motif(id, "", PositionProbabilityMatrixTest.random(width, random.nextLong()), 20);
  }
}
