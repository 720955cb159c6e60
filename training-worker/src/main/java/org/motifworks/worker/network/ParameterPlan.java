package org.motifworks.worker.network;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.LayerShape;
import org.motifworks.worker.network.Parameter.Role;

/** All tensors of a network, input to output. */
public final class ParameterPlan {

  private final List<Parameter> parameters = new ArrayList<>();

  private ParameterPlan() {}

  /** The tensors of an architecture for a window of nucleotides and a number of classes. */
  public static List<Parameter> of(Architecture architecture, int window, int classes) {
    ParameterPlan plan = new ParameterPlan();
    int channels = 4;
    for (int i = 0; i < architecture.convolutions().size(); i++) {
      ConvolutionBlock block = architecture.convolutions().get(i);
      plan.weight(
          "conv" + (i + 1),
          Dimensions.of(block.filters(), channels, block.size()),
          channels * block.size(),
          block.filters() * block.size());
      plan.after("conv" + (i + 1), block.filters(), block.batchNorm());
      channels = block.filters();
    }
    int inputs = flattened(architecture, window, classes);
    for (int i = 0; i < architecture.dense().size(); i++) {
      DenseBlock block = architecture.dense().get(i);
      plan.weight("dense" + (i + 1), Dimensions.of(block.units(), inputs), inputs, block.units());
      plan.after("dense" + (i + 1), block.units(), block.batchNorm());
      inputs = block.units();
    }
    plan.weight("output", Dimensions.of(classes, inputs), inputs, classes);
    plan.after("output", classes, false);
    return List.copyOf(plan.parameters);
  }

  /** Values that leave the last convolution block for one sequence. */
  private static int flattened(Architecture architecture, int window, int classes) {
    int values = 0;
    for (LayerShape shape : architecture.layers(window, classes)) {
      if (shape.layer().startsWith("conv") || shape.layer().startsWith("pool")) {
        values = Math.multiplyExact(shape.channels(), shape.length());
      }
    }
    return values;
  }

  private void weight(String layer, Dimensions shape, int fanIn, int fanOut) {
    parameters.add(new Parameter(layer + ".weight", Role.WEIGHT, shape, fanIn, fanOut));
  }

  private void after(String layer, int channels, boolean batchNorm) {
    if (batchNorm) {
      add(layer + ".scale", Role.SCALE, channels);
      add(layer + ".shift", Role.SHIFT, channels);
      add(layer + ".mean", Role.MEAN, channels);
      add(layer + ".variance", Role.VARIANCE, channels);
    } else {
      add(layer + ".bias", Role.BIAS, channels);
    }
  }

  private void add(String name, Role role, int channels) {
    parameters.add(new Parameter(name, role, Dimensions.of(channels), 0, 0));
  }
}
