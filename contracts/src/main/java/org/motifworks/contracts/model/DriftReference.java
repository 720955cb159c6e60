package org.motifworks.contracts.model;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.drift.DriftCounts;

/**
 * drift.json: what later sequences and their scores are compared with. Scores are those of the test
 * split, which come from the same sequences as the training split but were not learned by heart.
 *
 * @param format {@link #FORMAT}
 * @param kmers counts of the training split's {@link org.motifworks.core.drift.Kmers}, {@code
 *     [KINDS]}
 * @param scored sequences of the test split
 * @param scores histograms of their probabilities by class, {@code [classes, DriftCounts.BINS]}
 */
public record DriftReference(
    String format, List<Long> kmers, long scored, List<List<Long>> scores) {

  /** Version of this file. */
  public static final String FORMAT = "motifworks.drift/1";

  /** Copies the lists. */
  public DriftReference {
    kmers = List.copyOf(kmers);
    scores = scores.stream().map(List::copyOf).toList();
  }

  /** What was counted of a model's splits. */
  public static DriftReference of(DriftCounts counts, int classes, long scored) {
    List<List<Long>> scores = new ArrayList<>();
    for (int c = 0; c < classes; c++) scores.add(whole(counts.scores(c)));
    return new DriftReference(FORMAT, whole(counts.kmers()), scored, scores);
  }

  /**
   * The counts, to compare with.
   *
   * @throws IllegalArgumentException when the file is of another format or not of that many classes
   */
  public DriftCounts counts(int classes) {
    if (!FORMAT.equals(format)) {
      throw new IllegalArgumentException(
          "drift.json has format " + format + ", this version reads " + FORMAT);
    }
    if (scores.size() != classes) {
      throw new IllegalArgumentException(
          "drift.json has " + scores.size() + " classes, the model has " + classes);
    }
    return DriftCounts.of(
        numbers(kmers), scores.stream().map(DriftReference::numbers).toArray(double[][]::new));
  }

  private static List<Long> whole(double[] counts) {
    List<Long> whole = new ArrayList<>(counts.length);
    for (double count : counts) whole.add((long) count);
    return whole;
  }

  private static double[] numbers(List<Long> counts) {
    return counts.stream().mapToDouble(Long::doubleValue).toArray();
  }
}
