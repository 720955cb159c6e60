package org.motifworks.trainer.gate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
    Optional<Instant> endedAt) {

  /** Whether the model was found good enough. */
  @JsonIgnore
  public boolean isAccepted() {
    return report.filter(r -> r.path("verdict").asText().equals("ACCEPTED")).isPresent();
  }

  /** The rules it broke, each with what was found; empty while there is no verdict. */
  public List<String> brokenRules() {
    List<String> broken = new ArrayList<>();
    report
        .map(found -> found.path("findings"))
        .ifPresent(
            findings -> {
              for (JsonNode finding : findings) {
                if (finding.path("kept").asBoolean()) continue;
                broken.add(finding.path("rule").asText() + ": " + finding.path("detail").asText());
              }
            });
    return broken;
  }
}
