package org.motifworks.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Objects;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/**
 * Work to be stored.
 *
 * @param id given when the work is an entity's, such as a run's or that of an event; else made
 * @param idempotencyKey what the caller repeats when unsure whether it was heard; unique per kind
 * @param share whom the job is for: shares of a kind take turns; empty for work that belongs to
 *     nothing larger
 */
public record NewJob(
    String kind,
    JsonNode payload,
    Optional<String> id,
    Optional<String> idempotencyKey,
    String share) {

  public NewJob {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(payload, "payload");
    Objects.requireNonNull(share, "share");
  }

  /**
   * Work with an id of its own.
   *
   * @param payload a record or tree; written as JSON
   */
  public static NewJob of(String kind, Object payload) {
    return new NewJob(
        kind, Json.mapper().valueToTree(payload), Optional.empty(), Optional.empty(), "");
  }

  public NewJob withId(String newId) {
    return new NewJob(kind, payload, Optional.of(newId), idempotencyKey, share);
  }

  public NewJob ofShare(String newShare) {
    return new NewJob(kind, payload, id, idempotencyKey, newShare);
  }

  /** An absent, empty or blank key is no key. */
  public NewJob withIdempotencyKey(String key) {
    return new NewJob(
        kind,
        payload,
        id,
        Optional.ofNullable(key).map(String::strip).filter(k -> !k.isEmpty()),
        share);
  }
}
