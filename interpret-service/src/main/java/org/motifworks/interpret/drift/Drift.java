package org.motifworks.interpret.drift;

import java.util.OptionalDouble;
import org.motifworks.contracts.event.ModelDrifted;

/**
 * Divergence of what a model scores from what it was trained on, in bits; see {@link ModelDrifted}.
 */
record Drift(OptionalDouble kmers, OptionalDouble scores, long sequences) {

  /** The fact that tells it. */
  ModelDrifted fact(String model) {
    double largest = Math.max(kmers.orElse(0), scores.orElse(0));
    return new ModelDrifted(model, (long) (largest / ModelDrifted.STEP), kmers, scores, sequences);
  }
}
