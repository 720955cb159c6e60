package org.motifworks.trainer.series;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What is asked of {@code POST /v1/models/{ref}/promote} and {@code /rollback}.
 *
 * @param series needed for a model asked for by its id
 * @param alias {@code champion} when left out; not for a rollback, whose model's name has it
 * @param generation of the alias that this change starts from, 0 for an alias that is new; when
 *     given and no longer true, nothing is changed
 * @param force changes the champion without the gate's consent; needs a reason
 * @param actor who asks
 */
public record AliasRequest(
    String series,
    @Pattern(
            regexp = "[A-Za-z][A-Za-z0-9._-]{0,49}",
            message = "must be a letter and up to 49 letters, digits, '.', '_' or '-'")
        String alias,
    @Min(0) Long generation,
    Boolean force,
    @Size(max = 200) String actor,
    @Size(max = 2000) String reason) {

  public AliasRequest {
    alias = alias == null ? Aliases.CHAMPION : alias;
    force = force != null && force;
    actor = actor == null || actor.isBlank() ? "someone" : actor.strip();
    reason = reason == null ? "" : reason.strip();
  }

  static AliasRequest nothingSaid() {
    return new AliasRequest(null, null, null, null, null, null);
  }
}
