package org.motifworks.trainer.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.trainer.dataset.DatasetName;

/**
 * An experiment as the API shows it.
 *
 * @param architectures names, in the order asked for
 * @param counts of its runs by their state
 * @param runs the newest of each architecture and trial; left out in lists
 */
public record ExperimentView(
    String id,
    String name,
    DatasetName dataset,
    List<String> architectures,
    int trials,
    TrainingSettings training,
    long seed,
    int threads,
    ExperimentState state,
    RunCounts counts,
    Instant createdAt,
    Optional<List<ExperimentRun>> runs) {}
