package org.motifworks.trainer.gate;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import org.motifworks.kit.job.JobState;

/**
 * A judgement as the API shows it.
 *
 * @param version of the candidate in the series
 * @param report verdict, figures and findings, once SUCCEEDED; an accepted model is champion then
 * @param problem why it came to no verdict, as problem details
 */
public record JudgementView(
    String id,
    String series,
    int version,
    String model,
    JobState state,
    Optional<JsonNode> report,
    Optional<JsonNode> problem,
    String actor,
    String reason,
    Instant createdAt,
    Optional<Instant> endedAt) {}
