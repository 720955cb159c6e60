package org.motifworks.core.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  private final MotifDatabase database;
  private final MatchSettings settings;

  public MotifMatcher(MotifDatabase database, MatchSettings settings) {
    this.database = database;
    this.settings = settings;
  }

  /** Matches of each query, in the queries' order; queries are compared in parallel. */
  public List<QueryMatches> match(List<Motif> queries) {
    TargetColumns targets = database.columns(settings);
    PseudoCount pseudoCount = new PseudoCount(settings.pseudoCount(), settings.background());
    MersenneTwister[] generators = QValues.generators(queries.size(), targets.targets());
    return IntStream.range(0, queries.size())
        .parallel()
        .mapToObj(i -> match(queries.get(i), pseudoCount, targets, generators[i]))
        .toList();
  }

  /** Matches of one query, as if it were the only one of its file. */
  public QueryMatches match(Motif query) {
    return match(List.of(query)).get(0);
  }

  private QueryMatches match(
      Motif query, PseudoCount pseudoCount, TargetColumns targets, MersenneTwister random) {
    double[] columns = pseudoCount.columns(query);
    ScoreMatrix matrix =
        new ScoreMatrix(columns, targets, settings.distance(), settings.completeScores());
    int minOverlap = Math.min(settings.minOverlap(), query.width());
    TargetScore scores =
        settings.completeScores()
            ? CompleteScores.of(matrix, targets, minOverlap)
            : IncompleteScores.of(matrix, targets, minOverlap);
    double[] qValues = QValues.of(scores.pValue, random);
    String consensus = Consensus.of(columns, 0, query.width());
    List<MotifMatch> matches = new ArrayList<>();
    for (int first = 0; first < targets.targets(); first += targets.strands) {
      MotifMatch best = null;
      for (int target = first; target < first + targets.strands; target++) {
        if (scores.alignment[target] == 0) continue;
        MotifMatch match = toMatch(query, consensus, targets, scores, qValues, target);
        if (best == null || BEST_FIRST.compare(match, best) < 0) best = match;
      }
      if (best != null && settings.threshold().admits(best)) matches.add(best);
    }
    matches.sort(BEST_FIRST);
    return new QueryMatches(query, matches);
  }

  private MotifMatch toMatch(
      Motif query,
      String queryConsensus,
      TargetColumns targets,
      TargetScore scores,
      double[] qValues,
      int target) {
    return new MotifMatch(
        query,
        database.motifs().get(target / targets.strands),
        settings.distance(),
        scores.alignment[target] - query.width(),
        scores.overlap[target],
        target % targets.strands == 0 ? Strand.FORWARD : Strand.REVERSE,
        scores.pValue[target],
        scores.pValue[target] * database.motifs().size(),
        qValues[target],
        queryConsensus,
        targets.consensus(target));
  }
}
