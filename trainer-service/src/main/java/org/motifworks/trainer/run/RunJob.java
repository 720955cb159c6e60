package org.motifworks.trainer.run;

import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;

/**
 * What a run's job holds: all that an attempt needs, so that a worker need not look anything up.
 */
public record RunJob(
    String datasetId,
    ArtifactRef dataset,
    Architecture architecture,
    TrainingSettings training,
    long seed,
    int threads) {

  /** The kind of these jobs. */
  public static final String KIND = "training";
}
