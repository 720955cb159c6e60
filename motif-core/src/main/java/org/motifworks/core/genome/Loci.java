package org.motifworks.core.genome;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Places on chromosomes, to be asked whether one overlaps them. Memory: about 100 bytes for each
 * different start.
 */
public final class Loci {

  private final Map<String, NavigableMap<Long, Long>> endByStart = new HashMap<>();
  private long longest;

  public void add(Locus locus) {
    endByStart
        .computeIfAbsent(locus.chromosome(), none -> new TreeMap<>())
        .merge(locus.start(), locus.end(), Math::max);
    longest = Math.max(longest, locus.end() - locus.start());
  }

  public boolean isEmpty() {
    return endByStart.isEmpty();
  }

  /** Whether one nt or more of it is in any of them. */
  public boolean overlap(Locus locus) {
    NavigableMap<Long, Long> here = endByStart.get(locus.chromosome());
    if (here == null) return false;
    return here.subMap(locus.start() - longest, false, locus.end(), false).values().stream()
        .anyMatch(end -> end > locus.start());
  }
}
