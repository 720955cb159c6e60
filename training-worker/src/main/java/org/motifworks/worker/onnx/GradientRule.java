package org.motifworks.worker.onnx;

/** What a ReLU lets pass backwards. */
public enum GradientRule {
  /** Where its input is positive, the gradient's positive part (Springenberg et al. 2015). */
  GUIDED,
  /** Where its input is positive, the gradient. */
  PLAIN
}
