package org.motifworks.worker.network;

import ai.djl.ndarray.NDManager;
import java.nio.FloatBuffer;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * Adam in one pass over memory, piece by piece through the nearest cache; the engine would take a
 * pass for each of a dozen operations. The inner loop is one that the JVM turns into vector
 * instructions.
 */
final class HostAdam implements Adam {

  private static final int PIECE = 2048;
  private static final int LARGEST = 1 << 22; // parameters whose moments fit the Java heap

  private final ParameterStore parameters;
  private final TrainingSettings settings;
  private final float[] first;
  private final float[] second;
  private final float[] decay;
  private final float[] values = new float[PIECE];
  private final float[] gradients = new float[PIECE];
  private long steps;

  HostAdam(ParameterStore parameters, TrainingSettings settings) {
    this.parameters = parameters;
    this.settings = settings;
    decay = parameters.decay(settings.l2());
    first = new float[decay.length];
    second = new float[decay.length];
  }

  static boolean suits(ParameterStore parameters) {
    return parameters.flat().memory() != null && parameters.flat().size() <= LARGEST;
  }

  @Override
  public void step(NDManager scratch, double learningRate) {
    steps++;
    FloatBuffer all = parameters.flat().memory();
    FloatBuffer slopes = parameters.takeGradients().memory();
    for (int from = 0; from < first.length; from += PIECE) {
      int count = Math.min(PIECE, first.length - from);
      all.get(from, values, 0, count);
      slopes.get(from, gradients, 0, count);
      move(from, count, learningRate);
      all.put(from, values, 0, count);
    }
  }

  private void move(int from, int count, double learningRate) {
    float beta1 = (float) settings.beta1();
    float beta2 = (float) settings.beta2();
    float new1 = (float) (1 - settings.beta1());
    float new2 = (float) (1 - settings.beta2());
    float epsilon = (float) settings.epsilon();
    float rate = (float) (learningRate / (1 - Math.pow(settings.beta1(), (double) steps)));
    float correction = (float) (1 / (1 - Math.pow(settings.beta2(), (double) steps)));
    for (int i = 0; i < count; i++) {
      float gradient = gradients[i] + decay[from + i] * values[i];
      float m = beta1 * first[from + i] + new1 * gradient;
      float v = beta2 * second[from + i] + new2 * (gradient * gradient);
      first[from + i] = m;
      second[from + i] = v;
      values[i] -= rate * m / ((float) Math.sqrt(v * correction) + epsilon);
    }
  }

  @Override
  public State snapshot() {
    return new State(steps, first.clone(), second.clone());
  }

  @Override
  public void load(State state) {
    steps = state.steps();
    System.arraycopy(state.first(), 0, first, 0, first.length);
    System.arraycopy(state.second(), 0, second, 0, second.length);
  }
}
