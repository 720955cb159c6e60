package org.motifworks.worker.attempt;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.contracts.model.TrainingHistory;
import org.motifworks.contracts.model.TrainingHistory.Epoch;
import org.motifworks.worker.network.NetworkWeights;

/**
 * Where training stands after an epoch, and when it stops. Immutable.
 *
 * @param epochs finished, in order
 * @param bestEpoch the first epoch with the lowest validation loss; 0 before the first epoch
 * @param bestWeights of that epoch; null before the first
 */
record Progress(List<Epoch> epochs, int bestEpoch, NetworkWeights bestWeights) {

  static final Progress NONE = new Progress(List.of(), 0, null);

  Progress {
    epochs = List.copyOf(epochs);
  }

  /** The number of the last finished epoch. */
  int epoch() {
    return epochs.size();
  }

  double bestLoss() {
    return bestEpoch == 0 ? Double.POSITIVE_INFINITY : epochs.get(bestEpoch - 1).validationLoss();
  }

  /**
   * With one more epoch; {@code weights} become the best when its validation loss is lower than
   * ever.
   */
  Progress with(Epoch epoch, NetworkWeights weights) {
    List<Epoch> longer = new ArrayList<>(epochs);
    longer.add(epoch);
    return epoch.validationLoss() < bestLoss()
        ? new Progress(longer, epoch.epoch(), weights)
        : new Progress(longer, bestEpoch, bestWeights);
  }

  /** Whether no further epoch is to be run. */
  boolean finished(int maximumEpochs, int patience) {
    return epoch() >= maximumEpochs || (epoch() > 0 && epoch() - bestEpoch >= patience);
  }

  TrainingHistory history() {
    return new TrainingHistory(epochs);
  }
}
