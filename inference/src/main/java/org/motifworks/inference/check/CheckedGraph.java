package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.util.Map;

/**
 * A graph that passed {@link GraphCheck}. What ONNX Runtime gets is written anew from what was
 * checked, without the fields that the check does not know.
 */
public final class CheckedGraph {
  private final ModelProto model;
  private final GraphFootprint footprint;
  private final Map<String, Tensor> tensors;

  CheckedGraph(ModelProto model, GraphFootprint footprint, Map<String, Tensor> tensors) {
    this.model = model;
    this.footprint = footprint;
    this.tensors = tensors;
  }

  /** The graph as a file's content. */
  public byte[] bytes() {
    return model.toByteArray();
  }

  public GraphFootprint footprint() {
    return footprint;
  }

  /**
   * How large a tensor of its signature is, where the signature left that open.
   *
   * @param dimension from 1, since dimension 0 is the batch
   */
  public long size(String tensor, int dimension) {
    return tensors.get(tensor).size(dimension).count();
  }
}
