package org.motifworks.interpret.match;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.contracts.matching.DuplicateMotifs;
import org.motifworks.contracts.matching.MatchedMotif;
import org.motifworks.contracts.matching.MatchedTarget;
import org.motifworks.contracts.matching.MatchingCounts;
import org.motifworks.contracts.matching.MatchingResult;
import org.motifworks.contracts.matching.MatchingSettings;
import org.motifworks.core.logo.AlignedLogos;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MotifGroups;
import org.motifworks.core.match.MotifMatch;
import org.motifworks.core.match.MotifMatcher;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.match.RelevantFactors;

/**
 * Motifs from one place matched against those from another, and how it is told.
 *
 * @param matches of every query, all of them within the threshold
 * @param factors which targets are relevant; of no classes where nobody asked
 */
public record Matching(
    NamedMotifs queries,
    NamedMotifs targets,
    MatchSettings settings,
    List<QueryMatches> matches,
    RelevantFactors factors) {

  /**
   * Matches.
   *
   * @throws org.motifworks.kit.problem.Problem see {@link MatchLimits}
   */
  public static Matching of(NamedMotifs queries, NamedMotifs targets, MatchOptions options) {
    MatchLimits.check(queries.motifs(), targets.motifs());
    MatchSettings settings = options.over(queries.background());
    List<QueryMatches> matches =
        new MotifMatcher(targets.database(), settings).match(queries.motifs());
    RelevantFactors factors = RelevantFactors.of(queries.classes(), targets.motifs());
    return new Matching(queries, targets, settings, matches, factors);
  }

  /** Counts and groups of all, the best matches of each query, drawn if asked. */
  public MatchingResult result(int kept, boolean drawn) {
    List<QueryMatches> best = best(kept);
    List<MatchedMotif> told = best.stream().map(one -> MatchedMotif.of(one, factors)).toList();
    return new MatchingResult(
        MatchingResult.FORMAT,
        MatchingSettings.of(settings),
        new MatchingResult.TargetDatabase(targets.name(), targets.motifs().size()),
        drawn ? drawn(best, told) : told,
        MotifGroups.of(queries.motifs()).stream().map(DuplicateMotifs::of).toList(),
        MatchingCounts.of(MatchCounts.of(matches.size(), matches, factors)),
        queries.rejected());
  }

  /** At most {@code kept} matches of each query. */
  public List<QueryMatches> best(int kept) {
    return matches.stream()
        .map(one -> new QueryMatches(one.query(), one.matches().stream().limit(kept).toList()))
        .toList();
  }

  /** Draws as many of each query as there are drawings for all. */
  private static List<MatchedMotif> drawn(List<QueryMatches> best, List<MatchedMotif> told) {
    int each = Math.max(1, MatchLimits.DRAWINGS / Math.max(1, best.size()));
    List<MatchedMotif> drawn = new ArrayList<>();
    for (int i = 0; i < best.size(); i++) {
      List<MatchedTarget> targets = new ArrayList<>(told.get(i).matches());
      for (int rank = 0; rank < Math.min(each, targets.size()); rank++) {
        String svg = logos(best.get(i).matches().get(rank)).toSvg();
        targets.set(rank, targets.get(rank).drawn(svg));
      }
      drawn.add(told.get(i).withMatches(targets));
    }
    return drawn;
  }

  /** From the matrices that were matched. */
  private static AlignedLogos logos(MotifMatch match) {
    return new AlignedLogos(match.query(), match.target(), match.offset(), match.strand());
  }
}
