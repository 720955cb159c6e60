package org.motifworks.interpret.score;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.motifworks.interpret.drift.DriftMonitor;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.shadow.ShadowScoring;

/**
 * How sequences of users are scored, by whichever way they come: watched, and shadowed if asked.
 */
@ApplicationScoped
public class LiveScoring {
  private final DriftMonitor drift;
  private final ShadowScoring shadows;

  LiveScoring(DriftMonitor drift, ShadowScoring shadows) {
    this.drift = drift;
    this.shadows = shadows;
  }

  /**
   * A way to score batches.
   *
   * @param model as it was asked for
   * @param lease open for as long as batches are scored
   */
  public Function<TokenBatch, Prediction> with(TrainedModel model, ModelLease lease) {
    return shadows.shadowed(model, lease, drift.watched(model.id(), lease));
  }
}
