package org.motifworks.interpret.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.core.drift.DriftCounts;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/** Random sequences, a share of whose nucleotides are G or C, and scores around a mean. Seed 5. */
class DriftWindowTest {

  private static final int LENGTH = 100;
  private static final int ROWS = 128;

  private final Random random = new Random(5);
  private final DriftReference reference = reference(2000);
  private final DriftWindow window = new DriftWindow(reference, 1, LENGTH);

  @Test
  void nothing_isSaidBeforeAThousandRowsWereLookedAt() {
    add(window, 31, 0.5, 0.3); // 32 rows of each 128
    assertThat(window.measure()).isEmpty();
    add(window, 1, 0.5, 0.3);
    assertThat(window.measure().orElseThrow().sequences()).isEqualTo(1024);
  }

  @Test
  void theSameKindOfSequences_isNoDrift() {
    add(window, 40, 0.5, 0.3);
    Drift drift = window.measure().orElseThrow();
    assertThat(drift.kmers().orElseThrow()).isLessThan(0.005);
    assertThat(drift.scores().orElseThrow()).isLessThan(0.02);
    assertThat(drift.fact("m").version()).isZero();
  }

  @Test
  void otherSequences_andOtherScores_areToldApart() {
    DriftWindow ofScores = new DriftWindow(reference, 1, LENGTH);
    add(window, 40, 0.25, 0.3);
    add(ofScores, 40, 0.5, 0.6);
    Drift kmers = window.measure().orElseThrow();
    Drift scores = ofScores.measure().orElseThrow();
    assertThat(kmers.kmers().orElseThrow()).isGreaterThan(0.1);
    assertThat(kmers.scores().orElseThrow()).isLessThan(0.02);
    assertThat(scores.kmers().orElseThrow()).isLessThan(0.005);
    assertThat(scores.scores().orElseThrow()).isCloseTo(1, within(0.05));
    assertThat(scores.fact("m").version()).isGreaterThanOrEqualTo(19);
  }

  @Test
  void drift_isForgotten_whenItIsLongAgo() {
    add(window, 100, 0.25, 0.6);
    double then = window.measure().orElseThrow().kmers().orElseThrow();
    add(window, 1000, 0.5, 0.3);
    Drift now = window.measure().orElseThrow();
    assertThat(now.kmers().orElseThrow()).isLessThan(then / 20);
    assertThat(now.sequences()).isBetween(5000L, 10_000L);
  }

  @Test
  void smallTestSplit_isNotComparedWith() {
    DriftWindow small = new DriftWindow(reference(999), 1, LENGTH);
    add(small, 40, 0.5, 0.6);
    assertThat(small.measure().orElseThrow().scores()).isEmpty();
    assertThat(small.measure().orElseThrow().kmers()).isPresent();
  }

  /**
   * Counts stay whole however many score at once; what comes in each other's way is passed over.
   */
  @Test
  void manyThreads_leaveWholeCounts() throws Exception {
    TokenBatch batch = batch(0.5);
    Prediction prediction = prediction(0.3);
    CountDownLatch go = new CountDownLatch(1);
    Thread[] threads = new Thread[4];
    for (int t = 0; t < threads.length; t++) {
      threads[t] =
          new Thread(
              () -> {
                try {
                  go.await();
                } catch (InterruptedException e) {
                  return;
                }
                for (int i = 0; i < 60; i++) window.add(batch, prediction);
              });
      threads[t].start();
    }
    go.countDown();
    for (Thread thread : threads) thread.join();
    long rows = window.measure().orElseThrow().sequences();
    assertThat(rows % (ROWS / 4)).isZero();
    assertThat(rows).isBetween(60L * ROWS / 4, 4L * 60 * ROWS / 4);
  }

  private void add(DriftWindow to, int batches, double gc, double mean) {
    for (int i = 0; i < batches; i++) to.add(batch(gc), prediction(mean));
  }

  private DriftReference reference(int scored) {
    DriftCounts counts = new DriftCounts(1);
    for (int i = 0; i < 2000; i++) {
      counts.addSequence(sequence(0.5));
      counts.addScores(new float[] {score(0.3)}, 0);
    }
    return DriftReference.of(counts, 1, scored);
  }

  private TokenBatch batch(double gc) {
    TokenBatch batch = new TokenBatch(ROWS, LENGTH);
    for (int i = 0; i < ROWS; i++) batch.add(sequence(gc));
    return batch;
  }

  private Prediction prediction(double mean) {
    float[] probabilities = new float[ROWS];
    for (int i = 0; i < ROWS; i++) probabilities[i] = score(mean);
    return new Prediction(1, new float[ROWS], probabilities);
  }

  private byte[] sequence(double gc) {
    byte[] tokens = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      boolean inner = random.nextDouble() < gc; // C and G are 1 and 2, A and T are 0 and 3
      boolean second = random.nextBoolean();
      tokens[i] = (byte) (inner ? second ? 1 : 2 : second ? 0 : 3);
    }
    return tokens;
  }

  private float score(double mean) {
    return (float) (mean + 0.1 * (random.nextDouble() - 0.5));
  }
}
