package org.motifworks.interpret.model;

import java.util.List;
import java.util.Set;
import org.motifworks.contracts.interpretation.SaliencyRule;

/**
 * What can be computed with one model, on whatever device and by whatever means.
 *
 * <p>Safe for many threads at once, except {@link #close()}, which must come after the last call:
 * {@link LoadedModel} sees to that. All arrays are row-major and new; the batch is not kept.
 */
public interface InferenceSession extends AutoCloseable {

  /** The classes' logits and probabilities, both {@code [rows, classes]}. */
  Prediction predict(TokenBatch batch);

  /**
   * How many layers, from the first, {@link #activations} gives: those of {@link
   * org.motifworks.core.architecture.MotifLayer}; a model exported by an earlier version gives the
   * first alone.
   */
  int layers();

  /** Each such layer after batch norm and activation, before pooling; the first layer first. */
  List<Activations> activations(TokenBatch batch);

  /** The largest activation of each filter in each sequence: such layers as maps of length 1. */
  default List<Activations> maxima(TokenBatch batch) {
    return activations(batch).stream().map(Activations::maxima).toList();
  }

  /**
   * Which rules {@link #saliency} knows: a model exported by an earlier version lacks plain, an
   * imported one has none.
   */
  Set<SaliencyRule> saliencyRules();

  /**
   * Gradient of each row's chosen logit with respect to the one-hot input.
   *
   * @param classes one class index a row
   * @return shape {@code [rows, 4, length]}, channels A C G T
   */
  float[] saliency(TokenBatch batch, int[] classes, SaliencyRule rule);

  /**
   * About how many bytes it holds, on the heap and beside it; grows as more of the model is used.
   * Never waits, whatever other threads do.
   */
  long bytes();

  @Override
  void close();
}
