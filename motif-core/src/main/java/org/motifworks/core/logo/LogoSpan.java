package org.motifworks.core.logo;

import java.util.Optional;

/**
 * A stretch to mark under a logo, such as where a motif was embedded.
 *
 * @param start first column, 0-based
 * @param end column after the last
 * @param label what to write there, such as {@code GABPA +}
 */
public record LogoSpan(int start, int end, String label) {
  public LogoSpan {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("A span needs 0 <= start < end: " + start + ", " + end);
    }
  }

  /** What of it lies in the columns {@code [from, to)}, counted from there; empty for nothing. */
  Optional<LogoSpan> within(int from, int to) {
    int first = Math.max(start, from);
    int last = Math.min(end, to);
    return first < last
        ? Optional.of(new LogoSpan(first - from, last - from, label))
        : Optional.empty();
  }
}
