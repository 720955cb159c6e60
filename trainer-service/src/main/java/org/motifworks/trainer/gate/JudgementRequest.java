package org.motifworks.trainer.gate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is asked of {@code POST /v1/series/{name}/judgements}.
 *
 * @param model by id or name; taken into the series if it is not there yet
 * @param actor who asks
 * @param reason kept with the promotion, if it comes to that
 */
public record JudgementRequest(
    @NotBlank String model, @Size(max = 200) String actor, @Size(max = 2000) String reason) {

  public JudgementRequest {
    actor = actor == null || actor.isBlank() ? "someone" : actor.strip();
    reason = reason == null ? "" : reason.strip();
  }
}
