package org.motifworks.data.fasta;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Places on chromosomes, to be asked whether one overlaps them. */
final class Loci {

  private final Map<String, NavigableMap<Long, Long>> endByStart = new HashMap<>();
  private long longest;

  void add(Locus locus) {
    endByStart
        .computeIfAbsent(locus.chromosome(), none -> new TreeMap<>())
        .merge(locus.start(), locus.end(), Math::max);
    longest = Math.max(longest, locus.end() - locus.start());
  }

  /** Whether one nt or more of it is in any of them. */
  boolean overlap(Locus locus) {
    NavigableMap<Long, Long> here = endByStart.get(locus.chromosome());
    if (here == null) return false;
    return here.subMap(locus.start() - longest, false, locus.end(), false).values().stream()
        .anyMatch(end -> end > locus.start());
  }
}
