package org.motifworks.data.fasta;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The label combinations that occur, each once: millions of sequences share a few of them. */
final class LabelSets {

  private final List<byte[]> sets = new ArrayList<>();
  private final Map<ByteBuffer, Integer> numbers = new HashMap<>();

  /** The number of {@code labels}, shape {@code [classes]}, 0 or 1. */
  int number(byte[] labels) {
    Integer known = numbers.get(ByteBuffer.wrap(labels));
    if (known != null) return known;
    byte[] kept = labels.clone();
    sets.add(kept);
    numbers.put(ByteBuffer.wrap(kept), sets.size() - 1);
    return sets.size() - 1;
  }

  /** The labels with that number; not to be changed. */
  byte[] labels(int number) {
    return sets.get(number);
  }

  /** The number of the labels that are in one of two sets. */
  int union(int first, int second) {
    if (first == second) return first;
    byte[] union = sets.get(first).clone();
    byte[] other = sets.get(second);
    for (int i = 0; i < union.length; i++) union[i] |= other[i];
    return number(union);
  }
}
