package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.worker.network.Parameter.Role;

/**
 * The tensors on the engine. All trained ones are views into one flat array, so that an optimiser
 * step is a dozen calls and not a dozen a tensor; each view starts at a multiple of 16 floats,
 * where vector units like it. Convolution weights are {@code [filters, channels, 1, size]} here, as
 * 4-D maps want them, and the filters of a convolution are filled up to a multiple of 8 with ones
 * of zeros, whose gradients are zero: 30 channels cost far more than 32.
 */
final class ParameterStore {

  private static final int ALIGNMENT = 16;

  /** Floats of the engine's vectors; the channels left over it copies one position at a time. */
  private static final int LANES = 8;

  private final List<Parameter> parameters;
  private final Map<String, NDArray> arrays = new LinkedHashMap<>();
  private final Map<String, Integer> offsets = new LinkedHashMap<>();
  private final List<NDArray> paddings = new ArrayList<>();
  private final NDArray flat;

  ParameterStore(List<Parameter> parameters, NDManager manager) {
    this.parameters = parameters;
    int end = 0;
    for (Parameter parameter : parameters) {
      if (parameter.role().trained()) {
        offsets.put(parameter.name(), end);
        end += aligned((int) shape(parameter).size());
      }
    }
    flat = manager.zeros(new Shape(end), DataType.FLOAT32);
    for (Parameter parameter : parameters) {
      Shape shape = shape(parameter);
      if (parameter.role().trained()) {
        int offset = offsets.get(parameter.name());
        int size = (int) shape.size();
        NDArray view = flat.get(new NDIndex().addSliceDim(offset, offset + size));
        NDArray array = view.reshape(shape);
        array.setRequiresGradient(true);
        arrays.put(parameter.name(), array);
        int padding = aligned(size) - size;
        paddings.add(padding == 0 ? null : manager.zeros(new Shape(padding), DataType.FLOAT32));
      } else {
        arrays.put(parameter.name(), manager.zeros(shape, DataType.FLOAT32));
      }
    }
  }

  NDArray array(String name) {
    return arrays.get(name);
  }

  boolean has(String name) {
    return arrays.containsKey(name);
  }

  /** All trained values, {@code [padded count]}. */
  NDArray flat() {
    return flat;
  }

  /** The gradients in {@link #flat()}'s layout, taken out and set to zero for the next step. */
  NDArray takeGradients(NDManager manager) {
    NDList parts = new NDList();
    List<NDArray> gradients = new ArrayList<>();
    int index = 0;
    for (Parameter parameter : parameters) {
      if (!parameter.role().trained()) {
        continue;
      }
      NDArray gradient = array(parameter.name()).getGradient();
      gradients.add(gradient);
      NDArray part = gradient.flatten();
      part.attach(manager);
      parts.add(part);
      NDArray padding = paddings.get(index++);
      if (padding != null) {
        parts.add(padding);
      }
    }
    NDArray all = NDArrays.concat(parts);
    all.attach(manager);
    for (NDArray gradient : gradients) {
      gradient.subi(gradient);
      gradient.close();
    }
    return all;
  }

  /** The slope of the L2 penalty per unit of each value of {@link #flat()}: of l2 w², 2 l2. */
  float[] decay(double l2) {
    float[] decay = new float[(int) flat.size()];
    for (Parameter parameter : parameters) {
      if (parameter.role() == Role.WEIGHT) {
        int offset = offsets.get(parameter.name());
        Arrays.fill(decay, offset, offset + parameter.size(), (float) (2 * l2));
      }
    }
    return decay;
  }

  void load(NetworkWeights weights) {
    float[] all = new float[(int) flat.size()];
    for (Parameter parameter : parameters) {
      float[] values = weights.values(parameter.name());
      if (parameter.role().trained()) {
        System.arraycopy(values, 0, all, offsets.get(parameter.name()), values.length);
      } else {
        NDArray array = array(parameter.name());
        InPlace.write(array, Arrays.copyOf(values, (int) array.size()));
      }
    }
    InPlace.write(flat, all);
  }

  NetworkWeights snapshot() {
    float[] all = flat.toFloatArray();
    Map<String, float[]> values = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      if (parameter.role().trained()) {
        int offset = offsets.get(parameter.name());
        values.put(parameter.name(), Arrays.copyOfRange(all, offset, offset + parameter.size()));
      } else {
        float[] padded = array(parameter.name()).toFloatArray();
        values.put(parameter.name(), Arrays.copyOf(padded, parameter.size()));
      }
    }
    return new NetworkWeights(parameters, values);
  }

  private static Shape shape(Parameter parameter) {
    long[] sizes = parameter.shape().toLongs();
    if (parameter.name().startsWith("conv")) {
      sizes[0] = (sizes[0] + LANES - 1) / LANES * LANES;
    }
    return sizes.length == 3 ? new Shape(sizes[0], sizes[1], 1, sizes[2]) : new Shape(sizes);
  }

  private static int aligned(int size) {
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
  }
}
