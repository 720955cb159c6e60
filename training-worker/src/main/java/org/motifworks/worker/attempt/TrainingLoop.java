package org.motifworks.worker.attempt;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Locale;
import org.motifworks.contracts.model.TestMetrics;
import org.motifworks.contracts.model.TrainingHistory.Epoch;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.core.dataset.Split;
import org.motifworks.worker.network.NetworkTrainer;
import org.motifworks.worker.network.TokenSource;

/**
 * Epochs until none is left or the validation loss has stopped falling; a checkpoint after each.
 */
final class TrainingLoop {

  private static final System.Logger LOG = System.getLogger(TrainingLoop.class.getName());

  private final AttemptSpec spec;
  private final TrainingData data;
  private final NetworkTrainer trainer;
  private final CheckpointFile checkpoints;
  private final MessageWriter messages;

  TrainingLoop(
      AttemptSpec spec,
      TrainingData data,
      NetworkTrainer trainer,
      CheckpointFile checkpoints,
      MessageWriter messages) {
    this.spec = spec;
    this.data = data;
    this.trainer = trainer;
    this.checkpoints = checkpoints;
    this.messages = messages;
  }

  /** Goes on from {@code progress}, whose state the trainer already has. */
  Progress run(Progress progress) throws IOException {
    TrainingSettings settings = spec.settings();
    Progress current = progress;
    while (!current.finished(settings.maximumEpochs(), settings.patience())) {
      current = epoch(current, current.epoch() + 1);
    }
    return current;
  }

  private Progress epoch(Progress before, int number) throws IOException {
    long start = System.nanoTime();
    TokenSource validation = data.split(Split.VALIDATION);
    double learningRate =
        spec.settings().learningRate(before.epochs().stream().map(Epoch::validationLoss).toList());
    double trainingLoss =
        trainer.trainEpoch(
            data.split(Split.TRAIN), number, learningRate, data.positiveWeights(spec.settings()));
    float[] logits = trainer.logits(validation);
    double validationLoss = NetworkTrainer.loss(logits, validation);
    if (!Double.isFinite(validationLoss)) {
      throw new AttemptException(
          "training.diverged",
          "the validation loss became " + validationLoss + " after epoch " + number,
          "Lower the learning rate.");
    }
    List<String> classes = data.classes();
    TestMetrics metrics = TestScores.of(logits, validation, classes);
    Epoch epoch = new Epoch(number, trainingLoss, validationLoss, metrics.auRocMean());
    Progress after = before.with(epoch, trainer.weights());
    checkpoints.write(new Checkpoint(after, trainer.state()));
    double seconds = (System.nanoTime() - start) / 1e9;
    int epochs = spec.settings().maximumEpochs();
    LOG.log(
        Level.INFO,
        String.format(
            Locale.ROOT,
            "%s epoch %d of %d: validation loss %.4f (best %.4f at %d), training loss %.4f, %.1f s",
            spec.label(),
            number,
            epochs,
            validationLoss,
            after.bestLoss(),
            after.bestEpoch(),
            trainingLoss,
            seconds));
    messages.send(
        new AttemptMessage.EpochEnded(
            number,
            epochs,
            trainingLoss,
            validationLoss,
            metrics.auRocMean(),
            after.bestEpoch(),
            seconds));
    return after;
  }
}
