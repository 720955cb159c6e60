package org.motifworks.interpret.model;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.model.DriftReference;

/**
 * The right to use a model until {@link #close()}: as long as one is held, that very version stays
 * loaded, whatever is promoted or evicted meanwhile.
 */
public final class ModelLease implements AutoCloseable {
  private final LoadedModel model;
  private final Runnable grown;
  private final AtomicBoolean open = new AtomicBoolean(true);

  /**
   * A right already counted.
   *
   * @param grown told when the model holds more memory after its use than before
   */
  ModelLease(LoadedModel model, Runnable grown) {
    this.model = model;
    this.grown = grown;
  }

  /** The artifact it was loaded from. */
  public ArtifactRef ref() {
    return model.ref();
  }

  /** What it is. */
  public ModelOutline description() {
    return model.description();
  }

  /** What drift is measured against; absent in models that were made without. */
  public Optional<DriftReference> drift() {
    return model.drift();
  }

  /** What can be computed with it. */
  public InferenceSession session() {
    if (!open.get()) throw new IllegalStateException("the lease is closed");
    return model.session();
  }

  @Override
  public void close() {
    if (!open.compareAndSet(true, false)) return;
    boolean more = model.grown();
    model.release();
    if (more) grown.run();
  }
}
