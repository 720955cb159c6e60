package org.motifworks.trainer.report;

import org.motifworks.trainer.registry.InterpretationView;
import org.motifworks.trainer.registry.ModelView;

/**
 * A run of the experiment that ended in a model.
 *
 * @param trial from 1
 */
record TrainedTrial(String architecture, int trial, ModelView model) {

  boolean interpreted() {
    return model.interpretation().state() == InterpretationView.State.READY;
  }
}
