package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * Adam (Kingma and Ba 2015, with bias correction) whose moments can be read and restored, which
 * DJL's own hides. The L2 penalty enters as a gradient of weights alone.
 */
final class Adam {

  private final ParameterStore parameters;
  private final TrainingSettings settings;
  private final NDArray first;
  private final NDArray second;
  private final NDArray decay;
  private long steps;

  Adam(ParameterStore parameters, TrainingSettings settings, NDManager manager) {
    this.parameters = parameters;
    this.settings = settings;
    Shape shape = parameters.flat().getShape();
    first = manager.zeros(shape, DataType.FLOAT32);
    second = manager.zeros(shape, DataType.FLOAT32);
    decay = manager.create(parameters.decay(settings.l2()));
  }

  /** Moves the weights once, by the gradients that the last backward pass left. */
  void step(NDManager scratch, double learningRate) {
    steps++;
    NDArray flat = parameters.flat();
    NDArray gradient = parameters.takeGradients(scratch);
    if (settings.l2() > 0) {
      NDArray penalty = flat.mul(decay);
      penalty.attach(scratch);
      gradient.addi(penalty);
    }
    double beta1 = settings.beta1();
    double beta2 = settings.beta2();
    first.muli(beta1).addi(gradient.mul(1 - beta1));
    second.muli(beta2).addi(gradient.muli(gradient).muli(1 - beta2));
    double correction1 = 1 - Math.pow(beta1, (double) steps);
    double correction2 = 1 - Math.pow(beta2, (double) steps);
    NDArray denominator = second.div(correction2);
    denominator.attach(scratch);
    NDArray root = denominator.sqrt().addi(settings.epsilon());
    NDArray step = first.div(root);
    step.attach(scratch);
    flat.subi(step.muli(learningRate / correction1));
  }

  /** Everything needed to go on later. */
  State snapshot() {
    return new State(steps, first.toFloatArray(), second.toFloatArray());
  }

  void load(State state) {
    steps = state.steps();
    InPlace.write(first, state.first());
    InPlace.write(second, state.second());
  }

  /** Steps taken and both moments, in the flat layout of the parameters. */
  @SuppressWarnings("ArrayRecordComponent") // carried from engine to checkpoint, never compared
  record State(long steps, float[] first, float[] second) {}
}
