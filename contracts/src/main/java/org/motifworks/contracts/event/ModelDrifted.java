package org.motifworks.contracts.event;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;

/**
 * What a model scores has moved away from what it was trained on, further than was told before.
 *
 * @param subject id of the model
 * @param version how many whole steps of {@link #STEP} the larger divergence is
 * @param kmers Jensen-Shannon divergence of the sequences' 4-mers from those of the training split,
 *     in bits, 0 to 1; absent when nothing could be compared
 * @param scores the same of the probabilities from those of the test split, of the class that is
 *     furthest off
 * @param sequences that were looked at
 */
public record ModelDrifted(
    String subject, long version, OptionalDouble kmers, OptionalDouble scores, long sequences)
    implements Fact {

  /** Drift is told each time it has grown past another multiple of so many bits. */
  public static final double STEP = 0.05;

  public ModelDrifted {
    requireNonNull(subject, "subject");
    kmers = kmers == null ? OptionalDouble.empty() : kmers;
    scores = scores == null ? OptionalDouble.empty() : scores;
  }

  /** The larger divergence in bits. */
  public double largest() {
    return Math.max(kmers.orElse(0), scores.orElse(0));
  }
}
