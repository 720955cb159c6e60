package org.motifworks.core.motif;

/** The positions {@code [from, to)} of a motif, 0-based; at least one. */
public record MotifSpan(int from, int to) {
  public MotifSpan {
    if (from < 0 || from >= to) throw new IllegalArgumentException("[" + from + ", " + to + ")");
  }
}
