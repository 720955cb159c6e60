package org.motifworks.data.scoring;

import java.time.Instant;
import java.util.Optional;
import org.motifworks.contracts.json.Json;
import org.motifworks.data.job.Progress;
import org.motifworks.kit.job.Job;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.problem.ProblemDetails;

/**
 * A bulk scoring as the public API shows it.
 *
 * @param progress in bytes of the files read
 * @param result once it has SUCCEEDED; its table is there until it is RETIRED
 * @param problem why it FAILED
 */
public record ScoringView(
    String id,
    ScoringState state,
    ScoringRequest request,
    Instant createdAt,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Progress progress,
    Optional<ScoringResult> result,
    Optional<ProblemDetails> problem) {

  static ScoringView of(Job job, boolean retired) {
    return new ScoringView(
        job.id(),
        ScoringState.of(job.state(), retired),
        Json.mapper().convertValue(job.payload(), ScoringRequest.class),
        job.createdAt(),
        job.startedAt(),
        job.endedAt(),
        job.progress()
            .map(json -> Json.mapper().convertValue(json, Progress.class))
            .orElse(Progress.NONE),
        job.result().map(json -> Json.mapper().convertValue(json, ScoringResult.class)),
        job.failure().map(Problem::details));
  }
}
