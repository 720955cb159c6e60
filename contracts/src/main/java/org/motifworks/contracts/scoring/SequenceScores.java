package org.motifworks.contracts.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/**
 * What became of one record of {@code motifworks.sequences}, as it lies on {@value #TOPIC}: scores
 * or an error, one record for each.
 *
 * @param id of the sequence; absent when it could not be read
 * @param input where the sequence lay
 * @param model id of the model that scored it
 * @param generation of the alias, where the model was named by one
 * @param scores probability of each class
 * @param error why there are none
 */
public record SequenceScores(
    Optional<String> id,
    Input input,
    Optional<String> model,
    Optional<Long> generation,
    Optional<Map<String, Float>> scores,
    Optional<Failure> error) {
  public static final String TOPIC = "motifworks.scores";

  /** A place on {@code motifworks.sequences}. */
  public record Input(int partition, long offset) {}

  /**
   * Why a record has no scores.
   *
   * @param code stable, such as {@code sequence.wrong-length}
   */
  public record Failure(String code, String detail) {}

  /** The record's value. */
  public byte[] toJson() {
    try {
      return Json.mapper().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + this, e);
    }
  }
}
