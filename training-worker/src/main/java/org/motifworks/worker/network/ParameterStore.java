package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final Map<String, NDArray> slots = new HashMap<>(); // of gradients
  private final Set<String> given = new HashSet<>();
  private final SharedFloats flat;
  private final SharedFloats gradients;

  ParameterStore(List<Parameter> parameters, NDManager manager) {
    this.parameters = parameters;
    int end = 0;
    for (Parameter parameter : parameters) {
      if (parameter.role().trained()) {
        offsets.put(parameter.name(), end);
        end += aligned((int) shape(parameter).size());
      }
    }
    flat = new SharedFloats(end, manager);
    gradients = new SharedFloats(end, manager);
    for (Parameter parameter : parameters) {
      Shape shape = shape(parameter);
      if (parameter.role().trained()) {
        int offset = offsets.get(parameter.name());
        NDArray array = view(flat, offset, shape);
        array.setRequiresGradient(true);
        arrays.put(parameter.name(), array);
        slots.put(parameter.name(), view(gradients, offset, shape));
      } else {
        arrays.put(parameter.name(), manager.zeros(shape, DataType.FLOAT32));
      }
    }
  }

  private static NDArray view(SharedFloats whole, int offset, Shape shape) {
    NDIndex range = new NDIndex().addSliceDim(offset, offset + shape.size());
    return whole.array().get(range).reshape(shape);
  }

  NDArray array(String name) {
    return arrays.get(name);
  }

  boolean has(String name) {
    return arrays.containsKey(name);
  }

  /** All trained values, {@code [padded count]}. */
  SharedFloats flat() {
    return flat;
  }

  /** The values of a tensor. */
  float[] values(String name) {
    return array(name).toFloatArray();
  }

  /** Overwrites a tensor. */
  void write(String name, float[] values) {
    InPlace.write(array(name), values);
  }

  /** Takes a gradient that was found without the engine. */
  void giveGradient(String name, float[] gradient) {
    InPlace.write(slots.get(name), gradient);
    given.add(name);
  }

  /** Takes a gradient that is not in the engine's own books. */
  void giveGradient(String name, NDArray gradient) {
    InPlace.copy(gradient, slots.get(name));
    given.add(name);
  }

  /** The gradients in {@link #flat()}'s layout, taken out and set to zero for the next step. */
  SharedFloats takeGradients() {
    for (Map.Entry<String, NDArray> slot : slots.entrySet()) {
      if (!given.contains(slot.getKey())) {
        try (NDArray gradient = array(slot.getKey()).getGradient()) {
          InPlace.copy(gradient, slot.getValue());
          gradient.subi(gradient);
        }
      }
    }
    given.clear();
    return gradients;
  }

  /** The values of one tensor in {@link #flat()}'s layout. */
  float[] part(String name, float[] all) {
    int offset = offsets.get(name);
    return Arrays.copyOfRange(all, offset, offset + (int) array(name).size());
  }

  /** The slope of the L2 penalty per unit of each value of {@link #flat()}: of l2 w², 2 l2. */
  float[] decay(double l2) {
    float[] decay = new float[flat.size()];
    for (Parameter parameter : parameters) {
      if (parameter.role() == Role.WEIGHT) {
        int offset = offsets.get(parameter.name());
        Arrays.fill(decay, offset, offset + parameter.size(), (float) (2 * l2));
      }
    }
    return decay;
  }

  void load(NetworkWeights weights) {
    float[] all = new float[flat.size()];
    for (Parameter parameter : parameters) {
      float[] values = weights.values(parameter.name());
      if (parameter.role().trained()) {
        System.arraycopy(values, 0, all, offsets.get(parameter.name()), values.length);
      } else {
        NDArray array = array(parameter.name());
        InPlace.write(array, Arrays.copyOf(values, (int) array.size()));
      }
    }
    flat.write(all);
  }

  NetworkWeights snapshot() {
    float[] all = flat.array().toFloatArray();
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
