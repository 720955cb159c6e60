package org.motifworks.worker.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import org.motifworks.core.architecture.TrainingSettings;

/** Adam as operations of the engine, for a GPU. */
final class EngineAdam implements Adam {

  private final ParameterStore parameters;
  private final TrainingSettings settings;
  private final NDArray first;
  private final NDArray second;
  private final NDArray decay;
  private long steps;

  EngineAdam(ParameterStore parameters, TrainingSettings settings, NDManager manager) {
    this.parameters = parameters;
    this.settings = settings;
    Shape shape = parameters.flat().array().getShape();
    first = manager.zeros(shape, DataType.FLOAT32);
    second = manager.zeros(shape, DataType.FLOAT32);
    decay = manager.create(parameters.decay(settings.l2()));
  }

  @Override
  public void step(NDManager scratch, double learningRate) {
    steps++;
    NDArray flat = parameters.flat().array();
    NDArray gradient = parameters.takeGradients().array();
    if (settings.l2() > 0) {
      NDArray penalty = flat.mul(decay);
      penalty.attach(scratch);
      gradient.addi(penalty);
    }
    double beta1 = settings.beta1();
    double beta2 = settings.beta2();
    NDArray share = gradient.mul(1 - beta1);
    share.attach(scratch);
    first.muli(beta1).addi(share);
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

  @Override
  public State snapshot() {
    return new State(steps, first.toFloatArray(), second.toFloatArray());
  }

  @Override
  public void load(State state) {
    steps = state.steps();
    InPlace.write(first, state.first());
    InPlace.write(second, state.second());
  }
}
