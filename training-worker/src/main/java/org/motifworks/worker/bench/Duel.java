package org.motifworks.worker.bench;

import java.time.Duration;
import java.util.Arrays;
import org.motifworks.contracts.bench.Comparison;
import org.motifworks.worker.check.ExportCheck;

/** Two contenders in turn, so that whatever else the machine does meets both alike. */
public final class Duel {

  private static final int MOST_ROUNDS = 15;

  private Duel() {}

  /**
   * Runs both once to warm up and to compare their numbers, then in turn.
   *
   * @param patience no new round is begun after it; at least one is run
   */
  public static Comparison of(Contender ours, Contender library, Duration patience)
      throws Exception {
    long end = System.nanoTime() + patience.toNanos();
    float[] wanted = library.run();
    float[] found = ours.run();
    if (wanted.length != found.length) {
      throw new IllegalStateException(
          "one way gave " + found.length + " numbers, the other " + wanted.length);
    }
    double[] ourRates = new double[MOST_ROUNDS];
    double[] libraryRates = new double[MOST_ROUNDS];
    int rounds = 0;
    while (rounds == 0 || (rounds < MOST_ROUNDS && System.nanoTime() < end)) {
      ourRates[rounds] = rate(ours);
      libraryRates[rounds] = rate(library);
      rounds++;
    }
    double rate = median(ourRates, rounds);
    double libraryRate = median(libraryRates, rounds);
    return new Comparison(
        rate, libraryRate, rate / libraryRate, ExportCheck.largestDifference(found, wanted));
  }

  private static double rate(Contender contender) throws Exception {
    long start = System.nanoTime();
    contender.run();
    return contender.sequences() / ((System.nanoTime() - start) / 1e9);
  }

  static double median(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }
}
