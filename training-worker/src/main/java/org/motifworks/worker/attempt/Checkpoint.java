package org.motifworks.worker.attempt;

import org.motifworks.worker.network.TrainingState;

/** What is kept after an epoch: enough to go on as if nothing had happened. */
record Checkpoint(Progress progress, TrainingState state) {}
