package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.GraphProto;

/**
 * What running a graph takes, as far as it follows from the graph.
 *
 * @param constantBytes of its weights
 * @param computedBytes of tensors that do not depend on the batch
 * @param sequenceBytes of the tensors alive at once, for each sequence of a batch
 * @param operations multiplications with additions, or values written, for each sequence
 */
public record GraphFootprint(
    long constantBytes, long computedBytes, long sequenceBytes, long operations) {

  /** Of part of a graph that was checked. */
  public static GraphFootprint of(GraphProto graph) {
    return new GraphWalk(graph, GraphLimits.NONE).walk(Declarations.inputs(graph));
  }

  /**
   * About how many bytes ONNX Runtime holds once it has run batches of so many sequences.
   *
   * <p>Weights twice, since it packs those of convolutions and matrices anew and keeps both.
   * Tensors four times: its arena never shrinks, grows by powers of two, and has place for a first
   * run, tensor by tensor, and for later ones, which are planned as a whole.
   */
  public long heldBytes(long sequences) {
    return 2 * constantBytes + computedBytes + 4 * sequences * sequenceBytes;
  }
}
