package org.motifworks.trainer.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingSettings;
import org.motifworks.kit.job.JobState;
import org.motifworks.trainer.dataset.DatasetName;
import org.motifworks.trainer.registry.ModelView;

/**
 * A run as the API shows it.
 *
 * @param experiment that it is part of
 * @param reproduces the model whose provenance it carries out again
 * @param model what it ended in; absent until it succeeded
 * @param problem why it failed, as problem details
 */
public record RunView(
    String id,
    DatasetName dataset,
    Architecture architecture,
    TrainingSettings training,
    long seed,
    int threads,
    Optional<Trial> experiment,
    Optional<String> reproduces,
    JobState state,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    int attempts,
    Optional<RunProgress> progress,
    Optional<ModelView> model,
    Optional<String> cancelReason,
    Optional<JsonNode> problem) {

  /** Which of an experiment's runs it is; trials count from 1. */
  public record Trial(String id, int trial) {}
}
