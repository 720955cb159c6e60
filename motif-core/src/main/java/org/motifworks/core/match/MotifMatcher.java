package org.motifworks.core.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/**
 * Compares queries with a database as Tomtom does. Immutable; any number of threads may use one.
 *
 * <p>p- and E-values of a query do not depend on the other queries. q-values do in their last
 * digits: the bootstrap goes on from query to query, in the order of the list, as the reference's
 * does.
 */
public final class MotifMatcher {
  private static final Comparator<MotifMatch> BEST_FIRST =
      Comparator.comparingDouble(MotifMatch::pValue)
          .thenComparing(MotifMatch::overlap, Comparator.reverseOrder())
          .thenComparing(MotifMatch::strand)
          .thenComparing(match -> match.target().id());

  private static final int FIRST = 4; // so that somebody who looks on soon sees something
  private static final int AT_A_TIME = 64;

  /** The reference leaves out wider queries; the others go on as if there were none here too. */
  private static final int REFERENCES_WIDEST = 100;

  private final MotifDatabase database;
  private final MatchSettings settings;

  public MotifMatcher(MotifDatabase database, MatchSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** Matches of each query, in the queries' order; queries are compared in parallel. */
  public List<QueryMatches> match(List<Motif> queries) {
    List<QueryMatches> all = new ArrayList<>(queries.size());
    match(queries, all::add);
    return all;
  }

  /**
   * Hands on the matches of each query in the queries' order, some queries at a time; those are
   * compared in parallel. As many queries as there are take no more memory than a few.
   */
  public void match(Iterable<Motif> queries, Consumer<QueryMatches> next) {
    TargetColumns targets = database.columns(settings);
    PseudoCount pseudoCount = PseudoCount.ofQueries(settings);
    Bootstrap bootstrap = targets.bootstrap;
    Iterator<Motif> left = queries.iterator();
    for (int size = FIRST; left.hasNext(); size = Math.min(2 * size, AT_A_TIME)) {
      List<Motif> some = new ArrayList<>();
      List<Bootstrap> bootstraps = new ArrayList<>();
      while (left.hasNext() && some.size() < size) {
        Motif query = left.next();
        some.add(query);
        bootstraps.add(bootstrap);
        if (query.width() <= REFERENCES_WIDEST) bootstrap = bootstrap.next();
      }
      IntStream.range(0, some.size())
          .parallel()
          .mapToObj(i -> match(some.get(i), pseudoCount, targets, bootstraps.get(i)))
          .toList()
          .forEach(next);
    }
  }

  /** Matches of one query, as if it were the only one of its file. */
  public QueryMatches match(Motif query) {
    return match(List.of(query)).get(0);
  }

  private QueryMatches match(
      Motif query, PseudoCount pseudoCount, TargetColumns targets, Bootstrap bootstrap) {
    double[] columns = pseudoCount.columns(query);
    AlignmentScores alignments =
        new AlignmentScores(
            new ColumnScores(columns, targets, settings.distance(), settings.completeScores()),
            targets);
    TargetScore scores =
        settings.completeScores()
            ? CompleteScores.of(alignments, targets, settings.minOverlap())
            : IncompleteScores.of(alignments, targets, settings.minOverlap());
    QValues qValues = new QValues(scores.pValue, bootstrap);
    String consensus = Consensus.of(columns);
    List<MotifMatch> matches = new ArrayList<>();
    for (int target = 0; target < targets.targets(); target += targets.strands) {
      int best = targets.strands == 2 ? scores.better(target, target + 1) : target;
      double eValue = eValue(scores.pValue[best]);
      double qValue = qValues.of(scores.pValue[best]);
      if (!settings.threshold().admits(eValue, qValue)) continue;
      matches.add(
          new MotifMatch(
              query,
              database.motifs().get(best / targets.strands),
              settings.distance(),
              scores.alignment[best] - query.width(),
              scores.overlap[best],
              best % targets.strands == 0 ? Strand.FORWARD : Strand.REVERSE,
              scores.pValue[best],
              eValue,
              qValue,
              consensus,
              targets.consensus(best)));
    }
    matches.sort(BEST_FIRST);
    return new QueryMatches(query, matches);
  }

  /** Of complete scores the reference multiplies, and compares, in single precision. */
  private double eValue(double pValue) {
    double expected = pValue * database.motifs().size();
    return settings.completeScores() ? (float) expected : expected;
  }
}
