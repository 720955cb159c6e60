package org.motifworks.worker.network;

import ai.djl.ndarray.NDManager;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * Adam (Kingma and Ba 2015, with bias correction) whose moments can be read and restored, which
 * DJL's own hides. The L2 penalty enters as a gradient of weights alone.
 */
interface Adam {

  /** The faster one for these parameters. */
  static Adam of(ParameterStore parameters, TrainingSettings settings, NDManager manager) {
    return HostAdam.suits(parameters)
        ? new HostAdam(parameters, settings)
        : new EngineAdam(parameters, settings, manager);
  }

  /** Moves the weights once, by the gradients that the last backward pass left. */
  void step(NDManager scratch, double learningRate);

  /** Everything needed to go on later. */
  State snapshot();

  /** Goes back to a state. */
  void load(State state);

  /** Steps taken and both moments, in the flat layout of the parameters. */
  @SuppressWarnings("ArrayRecordComponent") // carried from engine to checkpoint, never compared
  record State(long steps, float[] first, float[] second) {}
}
