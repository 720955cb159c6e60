package org.motifworks.interpret.match;

import java.util.List;
import org.motifworks.core.motif.Motif;
import org.motifworks.kit.problem.Problem;

/**
 * How much one request may ask for. With these a matching holds some 100 MB and ends within
 * seconds, whatever it is given. The command line has no such limits.
 */
public final class MatchLimits {
  /** Of a body, in bytes: all of JASPAR CORE vertebrates in MEME format is under half of it. */
  public static final int BODY = 4 << 20;

  /** What to do about any of them. */
  public static final String ACTION =
      "Send less at once, or use ./motifworks match, which has no limit.";

  /** Matches listed for a query. */
  static final int MATCHES = 500;

  /** Pairs of logos drawn for an answer. */
  static final int DRAWINGS = 400;

  private static final int QUERIES = 200;
  private static final int COLUMNS = 100;
  private static final int ALL_COLUMNS = 50_000;

  private MatchLimits() {}

  /**
   * @throws Problem {@code match.too-many}, {@code match.too-wide} (422)
   */
  static void check(List<Motif> queries, List<Motif> targets) {
    if (queries.size() > QUERIES) {
      throw tooMany(queries.size() + " queries; at most " + QUERIES + " are matched at once.");
    }
    queries.forEach(MatchLimits::checkWidth);
    targets.forEach(MatchLimits::checkWidth);
    long columns = targets.stream().mapToLong(Motif::width).sum();
    if (columns > ALL_COLUMNS) {
      throw tooMany(
          "The targets have " + columns + " columns; at most " + ALL_COLUMNS + " are matched.");
    }
  }

  private static Problem tooMany(String detail) {
    return new Problem(422, "match.too-many", "Too many motifs", detail, ACTION);
  }

  private static void checkWidth(Motif motif) {
    if (motif.width() <= COLUMNS) return;
    throw new Problem(
            422,
            "match.too-wide",
            "A motif that is too wide",
            "Motif " + motif.id() + " has " + motif.width() + " columns; at most " + COLUMNS + ".",
            ACTION)
        .at("motif", motif.id());
  }
}
