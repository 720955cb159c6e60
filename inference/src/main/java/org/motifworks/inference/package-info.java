/**
 * Exported models on the CPU, without one-hot letters and whole feature maps: the first layer is
 * computed as table look-ups ({@link org.motifworks.core.scan}), what follows it by ONNX Runtime
 * from a part cut out of the exported graph.
 *
 * <p>Start at {@link org.motifworks.inference.LookUpPredictor} and {@link
 * org.motifworks.inference.LookUpGradient}. A graph of another shape is declined, and its user runs
 * it whole.
 */
package org.motifworks.inference;
