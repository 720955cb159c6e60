package org.motifworks.worker.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.motifworks.core.architecture.Initialisation;
import org.motifworks.worker.network.Parameter.Role;

/** Weights before the first step, drawn in Java so that no engine version changes them. */
public final class InitialWeights {

  private InitialWeights() {}

  /** Draws every tensor from the seed. */
  public static NetworkWeights draw(
      List<Parameter> parameters, Initialisation initialisation, long seed) {
    Map<String, float[]> values = new LinkedHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      Parameter parameter = parameters.get(i);
      float[] value = new float[parameter.size()];
      if (parameter.role() == Role.WEIGHT) {
        SplittableRandom random = Randomness.stream(seed, Randomness.Purpose.WEIGHTS, i);
        fill(value, parameter, initialisation, random);
      } else if (parameter.role() == Role.SCALE || parameter.role() == Role.VARIANCE) {
        Arrays.fill(value, 1);
      }
      values.put(parameter.name(), value);
    }
    return new NetworkWeights(parameters, values);
  }

  private static void fill(
      float[] value, Parameter parameter, Initialisation initialisation, SplittableRandom random) {
    double limit = Math.sqrt(6.0 / (parameter.fanIn() + parameter.fanOut()));
    double deviation = Math.sqrt(2.0 / parameter.fanIn());
    for (int i = 0; i < value.length; i++) {
      value[i] =
          initialisation == Initialisation.GLOROT_UNIFORM
              ? (float) (limit * (2 * random.nextDouble() - 1))
              : (float) (deviation * gaussian(random));
    }
  }

  /**
   * Box and Muller's transform: spelt out because the JDK's algorithm may change between versions.
   */
  private static double gaussian(SplittableRandom random) {
    double radius = Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
    return radius * StrictMath.cos(2 * Math.PI * random.nextDouble());
  }
}
