package org.motifworks.worker.bench;

import ai.onnxruntime.OrtException;

/**
 * What is computed with a trained model, by one engine on one {@link Sample}. All arrays are
 * row-major and start at sequence {@code from}.
 */
public interface ModelPaths extends AutoCloseable {

  /** The strongest activation of each first-layer filter, {@code [count, filters]}. */
  float[] scan(int from, int count) throws OrtException;

  /** Logits {@code [count, classes]}. */
  float[] predict(int from, int count) throws OrtException;

  /** The guided gradient of the sample's class of each sequence, {@code [count, 4, window]}. */
  float[] saliency(int from, int count) throws OrtException;

  @Override
  void close() throws OrtException;
}
