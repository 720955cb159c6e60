package org.motifworks.core.match;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * How many motifs match anything, and how many match what they should: the last two columns of the
 * paper's Table 1.
 *
 * @param motifs all that were asked about, also those without a matrix, such as dead filters
 * @param withMatch those with any match
 * @param withRelevantMatch those with a match that stands for a factor; absent when no factor is
 *     known
 * @param byFactor motifs that match each factor, in the factors' order, 0 included; a motif counts
 *     at every factor it matches
 */
public record MatchCounts(
    int motifs, int withMatch, OptionalInt withRelevantMatch, Map<String, Integer> byFactor) {
  public MatchCounts {
    byFactor = Collections.unmodifiableMap(new LinkedHashMap<>(byFactor));
  }

  /**
   * Counts queries.
   *
   * @param motifs number of all motifs, at least that of the queries
   */
  public static MatchCounts of(
      int motifs, Iterable<QueryMatches> queries, RelevantFactors factors) {
    Tally tally = new Tally(factors);
    for (QueryMatches query : queries) tally.add(query);
    return tally.counts(motifs);
  }

  /** {@link #withMatch} as a percentage of all motifs, with two decimals; 0 of none. */
  public double jasparMatchPercent() {
    return percent(withMatch);
  }

  /** {@link #withRelevantMatch} likewise. */
  public OptionalDouble relevantMatchPercent() {
    return withRelevantMatch.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(percent(withRelevantMatch.getAsInt()));
  }

  /** The factors that at least one motif matches, in their order. */
  public List<String> coveredFactors() {
    return byFactor.entrySet().stream()
        .filter(factor -> factor.getValue() > 0)
        .map(Map.Entry::getKey)
        .toList();
  }

  private double percent(int count) {
    if (motifs == 0) return 0;
    return BigDecimal.valueOf(100.0 * count / motifs)
        .setScale(2, RoundingMode.HALF_EVEN)
        .doubleValue();
  }

  /** Counts queries as they come, so that none needs to be kept. Not thread safe. */
  public static final class Tally {
    private final RelevantFactors factors;
    private final Map<String, Integer> byFactor = new LinkedHashMap<>();
    private int queries;
    private int withMatch;
    private int withRelevantMatch;

    public Tally(RelevantFactors factors) {
      this.factors = factors;
      for (String factor : factors.factors()) byFactor.put(factor, 0);
    }

    /** Counts one query's matches. */
    public void add(QueryMatches query) {
      queries++;
      if (query.matches().isEmpty()) return;
      withMatch++;
      Set<String> matched = new LinkedHashSet<>();
      for (MotifMatch match : query.matches()) {
        factors.factorOf(match.target()).ifPresent(matched::add);
      }
      if (!matched.isEmpty()) withRelevantMatch++;
      for (String factor : matched) byFactor.merge(factor, 1, Integer::sum);
    }

    /** The counts so far. */
    public MatchCounts counts() {
      return counts(queries);
    }

    /** The counts so far among more motifs than had a matrix. */
    public MatchCounts counts(int motifs) {
      return new MatchCounts(
          motifs,
          withMatch,
          factors.known() ? OptionalInt.of(withRelevantMatch) : OptionalInt.empty(),
          byFactor);
    }
  }
}
