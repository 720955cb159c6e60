package org.motifworks.contracts.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/**
 * What became of one record of {@code motifworks.sequences}, as it lies on {@value #TOPIC}: scores,
 * results of a batch, or an error, one record for each.
 *
 * @param id of the sequence; absent for a batch, and when it could not be read
 * @param input where the sequence lay
 * @param model id of the model that scored it, or would have
 * @param reference what the model was asked for by, such as {@code tf12@champion}, or its id
 * @param generation of the alias, where the model was named by one
 * @param scores of one sequence: probability of each class
 * @param classes of a batch: what the numbers of its results are the probabilities of
 * @param results of a batch: as many as sequences, in their order
 * @param error why there are none
 */
public record SequenceScores(
    Optional<String> id,
    Input input,
    Optional<String> model,
    Optional<String> reference,
    Optional<Long> generation,
    Optional<Map<String, Float>> scores,
    Optional<List<String>> classes,
    Optional<List<Result>> results,
    Optional<Failure> error) {
  public static final String TOPIC = "motifworks.scores";

  /** A place on {@code motifworks.sequences}. */
  public record Input(int partition, long offset) {}

  /**
   * A sequence of a batch.
   *
   * @param scores probability of each class, in the order of {@code classes}
   * @param error why there are none
   */
  public record Result(String id, Optional<float[]> scores, Optional<Failure> error) {}

  /**
   * Why there are no scores.
   *
   * @param code stable, such as {@code sequence.wrong-length}
   */
  public record Failure(String code, String detail) {}

  /** A record that has no scores at all, for a reason that comes before any model. */
  public static SequenceScores failed(Optional<String> id, Input input, Failure error) {
    return new SequenceScores(
        id,
        input,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(error));
  }

  /** The same without its scores, and why. */
  public SequenceScores insteadOfScores(Failure reason) {
    return new SequenceScores(
        id,
        input,
        model,
        reference,
        generation,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(reason));
  }

  /** The record's value. */
  public byte[] toJson() {
    try {
      return Json.mapper().writeValueAsBytes(this);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write " + this, e);
    }
  }
}
