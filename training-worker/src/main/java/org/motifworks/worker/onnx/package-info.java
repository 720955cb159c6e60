/**
 * Writes a trained network as ONNX graphs (opset 18, IR 8), batch norm folded in double, the
 * backward pass of saliency spelt out in plain operators. Knows protobuf, not DJL. Start at {@link
 * org.motifworks.worker.onnx.ModelGraphs}.
 */
package org.motifworks.worker.onnx;
