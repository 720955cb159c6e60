package org.motifworks.core.match;

/**
 * Which matches are reported: those whose value is at most {@code limit}.
 *
 * @param kind the value that is compared
 */
public record MatchThreshold(Kind kind, double limit) {
  /** The value compared with the limit. */
  public enum Kind {
    E_VALUE,
    Q_VALUE
  }

  public MatchThreshold {
    if (!(limit >= 0)) throw new IllegalArgumentException("A threshold is not negative: " + limit);
  }

  /** Matches expected at most this often by chance in the whole database. */
  public static MatchThreshold eValue(double limit) {
    return new MatchThreshold(Kind.E_VALUE, limit);
  }

  /** Matches of at most this false discovery rate. */
  public static MatchThreshold qValue(double limit) {
    return new MatchThreshold(Kind.Q_VALUE, limit);
  }

  boolean admits(double eValue, double qValue) {
    return (kind == Kind.E_VALUE ? eValue : qValue) <= limit;
  }
}
