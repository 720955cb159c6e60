package org.motifworks.worker.network;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Values of all tensors of a network, on the Java side, row-major in each {@link Parameter}'s
 * shape. Treated as immutable.
 */
public final class NetworkWeights {

  private final List<Parameter> parameters;
  private final Map<String, float[]> values;

  /** Takes over the arrays, one a parameter. */
  public NetworkWeights(List<Parameter> parameters, Map<String, float[]> values) {
    this.parameters = List.copyOf(parameters);
    this.values = new TreeMap<>(values);
    for (Parameter parameter : parameters) {
      float[] value = values.get(parameter.name());
      if (value == null || value.length != parameter.size()) {
        throw new IllegalArgumentException(
            "no " + parameter.size() + " values of " + parameter.name());
      }
    }
  }

  /** The tensors, input to output. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Whether there is such a tensor. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The values of a tensor; not to be changed. */
  public float[] values(String name) {
    float[] value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no tensor " + name);
    }
    return value;
  }
}
