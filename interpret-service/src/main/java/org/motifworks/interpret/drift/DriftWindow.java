package org.motifworks.interpret.drift;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.ReentrantLock;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.core.drift.DriftCounts;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/**
 * What one model has scored of late: every fourth row of its batches. Once {@link #FULL} rows were
 * counted all counts are halved, so that the past is forgotten step by step.
 */
final class DriftWindow {

  /** Rows that must have been counted before anything is said. */
  static final int MINIMUM = 1000;

  static final int FULL = 10_000;
  private static final int STRIDE = 4;

  private final DriftCounts reference;
  private final boolean enoughScored;
  private final DriftCounts seen;
  private final byte[] row;
  private final ReentrantLock lock = new ReentrantLock();
  private long rows;
  private long told;
  private volatile long lastUse = System.nanoTime();

  /**
   * @throws IllegalArgumentException when the reference is not one of a model of that many classes
   */
  DriftWindow(DriftReference reference, int classes, int window) {
    this.reference = reference.counts(classes);
    this.enoughScored = reference.scored() >= MINIMUM;
    this.seen = new DriftCounts(classes);
    this.row = new byte[window];
  }

  /**
   * Counts a batch and its scores; nobody waits: a batch that comes while another is counted is
   * not.
   */
  void add(TokenBatch batch, Prediction prediction) {
    if (!lock.tryLock()) return;
    try {
      for (int i = 0; i < batch.rows(); i += STRIDE) {
        batch.copyRow(i, row);
        seen.addSequence(row);
        seen.addScores(prediction.probabilities(), i * prediction.classes());
        rows++;
      }
      if (rows >= FULL) {
        seen.halve();
        rows /= 2;
      }
      lastUse = System.nanoTime();
    } finally {
      lock.unlock();
    }
  }

  /**
   * What the rows say; empty while they are too few. Scores are compared when the test split was
   * not small either: with fewer than {@link #MINIMUM} chance alone looks like drift.
   */
  Optional<Drift> measure() {
    lock.lock();
    try {
      if (rows < MINIMUM) return Optional.empty();
      boolean comparable = seen.hasKmers() && reference.hasKmers();
      return Optional.of(
          new Drift(
              comparable
                  ? OptionalDouble.of(seen.kmerDivergence(reference))
                  : OptionalDouble.empty(),
              enoughScored
                  ? OptionalDouble.of(seen.scoreDivergence(reference))
                  : OptionalDouble.empty(),
              rows));
    } finally {
      lock.unlock();
    }
  }

  /** How many rows count, those of the past less. */
  long rows() {
    lock.lock();
    try {
      return rows;
    } finally {
      lock.unlock();
    }
  }

  /** When rows were counted last, on the clock of {@link System#nanoTime()}. */
  long lastUse() {
    return lastUse;
  }

  /** The largest version that was told; for the one thread that tells. */
  long told() {
    return told;
  }

  void told(long version) {
    told = version;
  }
}
