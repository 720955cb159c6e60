package org.motifworks.trainer.attempt;

import org.motifworks.contracts.artifact.ArtifactRef;

/** What the job of a run that succeeded holds as its result. */
record RunResult(ArtifactRef ref) {}
