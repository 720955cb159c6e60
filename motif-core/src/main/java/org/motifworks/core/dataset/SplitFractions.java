package org.motifworks.core.dataset;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Which share of the records goes to each split; together 1.
 *
 * <p>Training and validation get the nearest whole number of records, testing gets the rest.
 */
public record SplitFractions(double train, double validation, double test) {

  /** 17,500 / 2,500 / 5,000 of 25,000, as in Koo and Eddy 2019. */
  public static final SplitFractions PAPER = new SplitFractions(0.7, 0.1, 0.2);

  public SplitFractions {
    boolean inRange = train >= 0 && validation >= 0 && test >= 0;
    if (!inRange || !(Math.abs(train + validation + test - 1) < 1e-9)) {
      throw new IllegalArgumentException(
          String.format(
              "Split fractions are 0 or more and sum to 1, not %s + %s + %s",
              train, validation, test));
    }
  }

  /** How many of {@code records} go to {@code split}. */
  public int count(Split split, int records) {
    int trained = (int) Math.rint(records * train);
    int validated = (int) Math.min(records - trained, Math.rint(records * validation));
    if (split == Split.TRAIN) return trained;
    return split == Split.VALIDATION ? validated : records - trained - validated;
  }

  /**
   * The split of each record: a uniformly random one of all divisions in these numbers, from {@code
   * seed} alone.
   */
  public Split[] assign(int records, long seed) {
    Split[] assigned = new Split[records];
    int from = 0;
    for (Split split : Split.values()) {
      int to = from + count(split, records);
      Arrays.fill(assigned, from, to, split);
      from = to;
    }
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = records - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Split kept = assigned[i];
      assigned[i] = assigned[j];
      assigned[j] = kept;
    }
    return assigned;
  }
}
