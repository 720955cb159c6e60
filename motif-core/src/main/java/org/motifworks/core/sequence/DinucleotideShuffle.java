package org.motifworks.core.sequence;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A random sequence with exactly the dinucleotide counts of a given one: the usual negative for a
 * peak.
 *
 * <p>Drawn uniformly from all sequences with those counts (Altschul & Erickson 1985: a random
 * Eulerian path through the graph whose edges are the dinucleotides). First and last nucleotide
 * stay, and so do all single counts. N is a fifth letter here, so the number of Ns and of runs of N
 * stays too.
 */
public final class DinucleotideShuffle {

  private static final int LETTERS = Nucleotide.COUNT;

  private DinucleotideShuffle() {}

  /** Shuffles by a generator made from {@code seed}: the same seed gives the same sequence. */
  public static byte[] shuffle(byte[] tokens, long seed) {
    return shuffle(tokens, new SplittableRandom(seed));
  }

  /** A new array; {@code tokens} is left as it is. */
  public static byte[] shuffle(byte[] tokens, RandomGenerator random) {
    if (tokens.length < 4) return tokens.clone(); // ends stay, so fewer than four have one order
    int[][] counts = dinucleotides(tokens);
    int last = tokens[tokens.length - 1];
    byte[][] successors = shuffledSuccessors(counts, lastExits(counts, last, random), last, random);

    byte[] shuffled = new byte[tokens.length];
    int[] used = new int[LETTERS];
    byte at = tokens[0];
    shuffled[0] = at;
    for (int i = 1; i < shuffled.length; i++) {
      at = successors[at][used[at]++];
      shuffled[i] = at;
    }
    return shuffled;
  }

  /** How often each letter is followed by each: shape {@code [5][5]}. */
  static int[][] dinucleotides(byte[] tokens) {
    int[][] counts = new int[LETTERS][LETTERS];
    for (int i = 1; i < tokens.length; i++) counts[tokens[i - 1]][tokens[i]]++;
    return counts;
  }

  /**
   * The edge by which the path leaves each letter for the last time. Together they are a uniform
   * random tree towards {@code root}, without which the path would strand (Wilson 1996: loop-erased
   * random walks).
   */
  private static int[] lastExits(int[][] counts, int root, RandomGenerator random) {
    int[] exits = new int[LETTERS];
    boolean[] inTree = new boolean[LETTERS];
    inTree[root] = true;
    for (int letter = 0; letter < LETTERS; letter++) {
      if (exitsOf(counts, letter) == 0) continue;
      for (int at = letter; !inTree[at]; at = exits[at]) exits[at] = exit(counts, at, random);
      for (int at = letter; !inTree[at]; at = exits[at]) inTree[at] = true;
    }
    return exits;
  }

  private static int exit(int[][] counts, int letter, RandomGenerator random) {
    int left = random.nextInt(exitsOf(counts, letter));
    for (int next = 0; ; next++) {
      if (next == letter) continue; // a loop is never the last exit
      left -= counts[letter][next];
      if (left < 0) return next;
    }
  }

  private static int exitsOf(int[][] counts, int letter) {
    int exits = -counts[letter][letter];
    for (int count : counts[letter]) exits += count;
    return exits;
  }

  private static byte[][] shuffledSuccessors(
      int[][] counts, int[] lastExits, int root, RandomGenerator random) {
    byte[][] successors = new byte[LETTERS][];
    for (int letter = 0; letter < LETTERS; letter++) {
      byte[] list = successors(counts[letter]);
      int free = list.length;
      if (letter != root && free > 0) {
        free--;
        int at = indexOf(list, lastExits[letter]);
        list[at] = list[free];
        list[free] = (byte) lastExits[letter];
      }
      permute(list, free, random);
      successors[letter] = list;
    }
    return successors;
  }

  private static byte[] successors(int[] counts) {
    int total = 0;
    for (int count : counts) total += count;
    byte[] list = new byte[total];
    int at = 0;
    for (int next = 0; next < counts.length; next++) {
      for (int i = 0; i < counts[next]; i++) list[at++] = (byte) next;
    }
    return list;
  }

  private static int indexOf(byte[] list, int letter) {
    int at = 0;
    while (list[at] != letter) at++;
    return at;
  }

  private static void permute(byte[] list, int length, RandomGenerator random) {
    for (int i = length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      byte kept = list[i];
      list[i] = list[j];
      list[j] = kept;
    }
  }
}
