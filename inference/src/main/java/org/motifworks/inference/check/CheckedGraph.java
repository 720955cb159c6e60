package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.ModelProto;

/**
 * A graph that passed {@link GraphCheck}. What ONNX Runtime gets is written anew from what was
 * checked, without the fields that the check does not know.
 */
public final class CheckedGraph {
  private final ModelProto model;
  private final GraphFootprint footprint;

  CheckedGraph(ModelProto model, GraphFootprint footprint) {
    this.model = model;
    this.footprint = footprint;
  }

  /** The graph as a file's content. */
  public byte[] bytes() {
    return model.toByteArray();
  }

  public GraphFootprint footprint() {
    return footprint;
  }
}
