package org.motifworks.interpret.shadow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.registry.TrainedModel;

/** One model beside another: scores what the other has scored, and keeps what came of it. */
final class Shadow {
  private final String served;
  private final TrainedModel shadow;
  private final List<String> names;
  private final List<ScoreDifference> classes = new ArrayList<>();
  private long sequences;
  private long passedOver;
  private Optional<String> failure = Optional.empty();

  Shadow(String served, TrainedModel shadow, List<String> classes) {
    this.served = served;
    this.shadow = shadow;
    this.names = classes;
    for (int i = 0; i < classes.size(); i++) this.classes.add(new ScoreDifference());
  }

  /** Scores a batch of {@code [rows, window]} that the served model has scored. */
  void compare(byte[] tokens, int rows, Prediction prediction, ModelCache cache) {
    Prediction own;
    try (ModelLease lease = cache.acquire(shadow.ref())) {
      TokenBatch batch = new TokenBatch(rows, tokens.length / rows);
      batch.addAll(tokens, rows);
      own = lease.session().predict(batch);
    }
    if (own.classes() != prediction.classes()) {
      throw new IllegalStateException(
          own.classes() + " classes beside " + prediction.classes() + " cannot be compared");
    }
    add(prediction.probabilities(), own.probabilities());
  }

  private synchronized void add(float[] served, float[] own) {
    for (int i = 0; i < own.length; i++) classes.get(i % classes.size()).add(served[i], own[i]);
    sequences += own.length / classes.size();
  }

  /** Notes that the shadow has not scored some windows. */
  synchronized void passOver(int rows) {
    passedOver += rows;
  }

  /** Notes why the shadow has not scored; says whether that is new. */
  synchronized boolean failed(String reason) {
    boolean isNew = !failure.equals(Optional.of(reason));
    failure = Optional.of(reason);
    return isNew;
  }

  synchronized ShadowReport report() {
    return new ShadowReport(
        served,
        Optional.of(shadow.id()),
        sequences,
        passedOver,
        failure,
        IntStream.range(0, names.size()).mapToObj(i -> classes.get(i).of(names.get(i))).toList());
  }
}
