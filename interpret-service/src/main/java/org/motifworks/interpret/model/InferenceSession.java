package org.motifworks.interpret.model;

/**
 * What can be computed with one model, on whatever device and by whatever means.
 *
 * <p>Safe for many threads at once, except {@link #close()}, which must come after the last call:
 * {@link LoadedModel} sees to that. All arrays are row-major and new; the batch is not kept.
 */
public interface InferenceSession extends AutoCloseable {

  /** The classes' logits and probabilities, both {@code [rows, classes]}. */
  Prediction predict(TokenBatch batch);

  /** The first layer after batch norm and activation, before pooling. */
  Activations activations(TokenBatch batch);

  /**
   * Guided gradient of each row's chosen logit with respect to the one-hot input.
   *
   * @param classes one class index a row
   * @return shape {@code [rows, 4, length]}, channels A C G T
   */
  float[] saliency(TokenBatch batch, int[] classes);

  @Override
  void close();
}
