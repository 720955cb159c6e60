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
   * Runs both once to compare their numbers, then ours for a quarter of the time, for a JVM
   * compiles what it has run for a while; then both in turn.
   *
   * @param patience no new round is begun after it; at least one is run
   */
  public static Comparison of(Contender ours, Contender library, Duration patience)
      throws Exception {
    long start = System.nanoTime();
    float[] wanted = library.run();
    float[] found = ours.run();
    if (wanted.length != found.length) {
      throw new IllegalStateException(
          "one way gave " + found.length + " numbers, the other " + wanted.length);
    }
    while (System.nanoTime() - start < patience.toNanos() / 4) ours.run();
    double[] ourRates = new double[MOST_ROUNDS];
    double[] libraryRates = new double[MOST_ROUNDS];
    int rounds = 0;
    while (rounds == 0
        || (rounds < MOST_ROUNDS && System.nanoTime() - start < patience.toNanos())) {
      ourRates[rounds] = rate(ours, patience.toNanos() / 50);
      libraryRates[rounds] = rate(library, patience.toNanos() / 50);
      rounds++;
    }
    double rate = median(ourRates, rounds);
    double libraryRate = median(libraryRates, rounds);
    return new Comparison(
        rate, libraryRate, rate / libraryRate, ExportCheck.largestDifference(found, wanted));
  }

  /**
   * Sequences a second in one turn. A run that is shorter than a turn is repeated, and what goes
   * before the turn does not count, for a library's threads go on looking for work, with a
   * processor each, when its own turn has ended.
   */
  private static double rate(Contender contender, long turn) throws Exception {
    double once = rateOf(contender, 0);
    if (contender.sequences() / once * 1e9 >= turn) return once;
    rateOf(contender, turn / 2);
    return rateOf(contender, turn);
  }

  private static double rateOf(Contender contender, long least) throws Exception {
    long start = System.nanoTime();
    long spent = 0;
    int runs = 0;
    while (runs == 0 || spent < least) {
      contender.run();
      runs++;
      spent = System.nanoTime() - start;
    }
    return contender.sequences() * runs / (spent / 1e9);
  }

  static double median(double[] values, int count) {
    double[] sorted = Arrays.copyOf(values, count);
    Arrays.sort(sorted);
    return (sorted[(count - 1) / 2] + sorted[count / 2]) / 2;
  }
}
