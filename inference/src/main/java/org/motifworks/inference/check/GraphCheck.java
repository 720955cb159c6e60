package org.motifworks.inference.check;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Lets through the graphs that ONNX Runtime may be given, whoever wrote them. A graph is refused
 * unless each of its operators is on the list ({@link Operators}), all of its data lies in it, its
 * inputs and outputs are those asked for, and it follows from the graph alone what each tensor's
 * size is: so that how much memory and work a sequence takes is known, and bounded, before anything
 * is allocated.
 *
 * <p>What passes has no loops and no branches, so it ends; what it computes is the sample's to
 * judge.
 */
public final class GraphCheck {
  static final Set<String> DOMAINS = Set.of("", "ai.onnx");

  private final GraphLimits limits;

  public GraphCheck(GraphLimits limits) {
    this.limits = limits;
  }

  /**
   * Checks a file.
   *
   * @throws GraphRefused with the file's name in front
   */
  public CheckedGraph check(Path file, GraphSignature signature) throws IOException {
    try {
      requireSize(Files.size(file));
      return check(Files.readAllBytes(file), signature);
    } catch (GraphRefused e) {
      throw e.in(String.valueOf(file.getFileName()));
    }
  }

  /**
   * Checks a graph.
   *
   * @param graph not to be changed afterwards
   */
  public CheckedGraph check(byte[] graph, GraphSignature signature) {
    requireSize(graph.length);
    ModelProto model = parsed(graph);
    if (model.getFunctionsCount() > 0) {
      throw GraphRefused.operator(
          "it defines the function "
              + GraphRefused.quoted(model.getFunctions(0).getName())
              + "; functions are not allowed");
    }
    if (model.getTrainingInfoCount() > 0) {
      throw GraphRefused.operator("it holds graphs for training, which are not allowed");
    }
    operatorSets(model);
    GraphProto whole = model.getGraph();
    if (whole.getNodeCount() > limits.nodes()) {
      throw GraphRefused.tooLarge(
          "it has %d nodes, %d are allowed".formatted(whole.getNodeCount(), limits.nodes()));
    }
    Map<String, Tensor> inputs = Declarations.inputs(whole);
    Declarations.require(inputs, signature);
    GraphWalk walk = new GraphWalk(whole, limits);
    GraphFootprint footprint = walk.walk(inputs);
    Declarations.agree(whole.getValueInfoList(), walk.tensors());
    Declarations.agree(whole.getOutputList(), walk.tensors());
    Declarations.require(whole, walk.tensors(), signature);
    return new CheckedGraph(model, footprint, walk.tensors());
  }

  private void requireSize(long bytes) {
    if (bytes <= limits.fileBytes()) return;
    throw GraphRefused.tooLarge(
        "it has %d bytes, %d are allowed".formatted(bytes, limits.fileBytes()));
  }

  private static ModelProto parsed(byte[] graph) {
    WireScan.requireSmall(graph, ModelProto.getDescriptor());
    try {
      CodedInputStream input = UnsafeByteOperations.unsafeWrap(graph).newCodedInput();
      input.enableAliasing(true); // weights are not copied
      return DiscardUnknownFieldsParser.wrap(ModelProto.parser()).parseFrom(input);
    } catch (InvalidProtocolBufferException e) {
      throw GraphRefused.corrupt("it is no whole ONNX graph: " + e.getMessage());
    }
  }

  private static void operatorSets(ModelProto model) {
    if (model.getOpsetImportCount() == 0) {
      throw GraphRefused.corrupt("it is no ONNX graph, or names no operator set");
    }
    for (OperatorSetIdProto set : model.getOpsetImportList()) {
      if (!DOMAINS.contains(set.getDomain())) {
        throw GraphRefused.operator(
            "it imports operators of "
                + GraphRefused.quoted(set.getDomain())
                + "; only ONNX's own are allowed");
      }
      if (set.getVersion() < Operators.OLDEST_SET || set.getVersion() > Operators.NEWEST_SET) {
        throw GraphRefused.operator(
            "it is of operator set %d; %d to %d are allowed"
                .formatted(set.getVersion(), Operators.OLDEST_SET, Operators.NEWEST_SET));
      }
    }
  }
}
