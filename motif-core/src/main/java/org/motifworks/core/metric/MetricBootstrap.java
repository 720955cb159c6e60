package org.motifworks.core.metric;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How much mean AU-ROC and AU-PR owe to the sequences that happen to be in a test split: the rows
 * are drawn again with replacement, and the metrics computed again, many times (Efron &amp;
 * Tibshirani 1993, chapter 13).
 *
 * <p>All models and classes see the same draws, so differences between models are paired. A class
 * without positives or negatives in a draw is left out of that draw's mean, as in the metric
 * itself.
 */
public final class MetricBootstrap {

  private MetricBootstrap() {}

  /**
   * The metrics of one model in each draw; NaN where no class is defined.
   *
   * @param auRoc mean over classes, by draw
   * @param auPr likewise, by trapezoids
   */
  @SuppressWarnings("ArrayRecordComponent") // thousands of numbers: shared, not copied
  public record Draws(double[] auRoc, double[] auPr) {}

  /**
   * Draws for one model or more.
   *
   * @param models scores of each, shape {@code [rows, classes]}, row after row
   * @param labels the same shape; 0 or 1
   * @param draws how many times
   * @param seed of the draws
   * @param eachClass told after every class, for progress
   * @throws IllegalArgumentException for other shapes or a NaN
   */
  public static List<Draws> of(
      List<float[]> models, byte[] labels, int classes, int draws, long seed, Runnable eachClass) {
    for (float[] scores : models) {
      if (scores.length != labels.length || labels.length % classes != 0) {
        throw new IllegalArgumentException(
            scores.length + " scores and " + labels.length + " labels for " + classes + " classes");
      }
    }
    Sum[] auRoc = sums(models.size(), draws);
    Sum[] auPr = sums(models.size(), draws);
    int[] times = new int[labels.length / classes];
    for (int classIndex = 0; classIndex < classes; classIndex++) {
      int at = classIndex;
      List<Ranking> rankings =
          models.stream().map(scores -> Ranking.of(scores, labels, classes, at)).toList();
      SplittableRandom random = new SplittableRandom(seed); // the same draws for every class
      for (int draw = 0; draw < draws; draw++) {
        Arrays.fill(times, 0);
        for (int i = 0; i < times.length; i++) times[random.nextInt(times.length)]++;
        for (int model = 0; model < rankings.size(); model++) {
          rankings.get(model).add(times, draw, auRoc[model], auPr[model]);
        }
      }
      eachClass.run();
    }
    return IntStream.range(0, models.size())
        .mapToObj(model -> new Draws(auRoc[model].means(), auPr[model].means()))
        .toList();
  }

  private static Sum[] sums(int models, int draws) {
    return IntStream.range(0, models).mapToObj(m -> new Sum(draws)).toArray(Sum[]::new);
  }

  /** A sum for each draw, with what it is a sum of. */
  private static final class Sum {
    private final double[] sum;
    private final int[] count;

    Sum(int draws) {
      sum = new double[draws];
      count = new int[draws];
    }

    void add(int draw, double value) {
      sum[draw] += value;
      count[draw]++;
    }

    double[] means() {
      return IntStream.range(0, sum.length).mapToDouble(d -> sum[d] / count[d]).toArray();
    }
  }

  /**
   * Rows of one class in falling order of score.
   *
   * @param rows row numbers
   * @param labels of those rows
   * @param endsStep whether the next row has another score
   */
  @SuppressWarnings("ArrayRecordComponent")
  private record Ranking(int[] rows, byte[] labels, boolean[] endsStep) {

    static Ranking of(float[] scores, byte[] labels, int classes, int classIndex) {
      long[] keys = new long[scores.length / classes];
      for (int row = 0; row < keys.length; row++) {
        float score = scores[row * classes + classIndex];
        if (Float.isNaN(score)) throw new IllegalArgumentException("Score " + row + " is NaN");
        keys[row] = (long) RankedScores.sortable(score) << 32 | row;
      }
      Arrays.sort(keys);
      int[] rows = new int[keys.length];
      byte[] ordered = new byte[keys.length];
      boolean[] endsStep = new boolean[keys.length];
      for (int i = 0; i < keys.length; i++) {
        int from = keys.length - 1 - i;
        rows[i] = (int) keys[from];
        ordered[i] = labels[rows[i] * classes + classIndex];
        endsStep[i] = from == 0 || keys[from - 1] >> 32 != keys[from] >> 32;
      }
      return new Ranking(rows, ordered, endsStep);
    }

    /** The areas when each row counts {@code times}; see {@link AuRoc} and {@link AuPr}. */
    void add(int[] times, int draw, Sum auRoc, Sum auPr) {
      long positives = 0;
      for (int i = 0; i < rows.length; i++) positives += (long) labels[i] * times[rows[i]];
      long negatives = rows.length - positives;
      if (positives == 0 || negatives == 0) return;
      long tp = 0;
      long fp = 0;
      long tpBefore = 0;
      long fpBefore = 0;
      double twiceRoc = 0;
      double pr = 0;
      double precision = 1;
      for (int i = 0; i < rows.length; i++) {
        int weight = times[rows[i]];
        tp += (long) labels[i] * weight;
        fp += (1L - labels[i]) * weight;
        if (!endsStep[i] || tp + fp == tpBefore + fpBefore) continue; // nobody drawn: no step
        twiceRoc += (double) (fp - fpBefore) * (tpBefore + tp);
        double nextPrecision = (double) tp / (tp + fp);
        pr += (double) (tp - tpBefore) / positives * (precision + nextPrecision) / 2;
        precision = nextPrecision;
        tpBefore = tp;
        fpBefore = fp;
      }
      auRoc.add(draw, 0.5 * twiceRoc / ((double) positives * negatives));
      auPr.add(draw, pr);
    }
  }
}
