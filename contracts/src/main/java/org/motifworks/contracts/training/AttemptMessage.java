package org.motifworks.contracts.training;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * One line a training worker prints on standard output (JSON, one object a line, {@code type}
 * first). In order: one {@link Started}, an {@link EpochEnded} each epoch, one {@link Exporting},
 * and last either {@link Succeeded} or {@link Failed}. A failure may come at any point; a process
 * that ends without either was lost.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = AttemptMessage.Started.class, name = "started"),
  @JsonSubTypes.Type(value = AttemptMessage.EpochEnded.class, name = "epoch"),
  @JsonSubTypes.Type(value = AttemptMessage.Exporting.class, name = "exporting"),
  @JsonSubTypes.Type(value = AttemptMessage.Succeeded.class, name = "succeeded"),
  @JsonSubTypes.Type(value = AttemptMessage.Failed.class, name = "failed")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface AttemptMessage {

  /**
   * The data is open, the engine is up, training begins.
   *
   * @param device {@code cpu} or {@code gpu}, after {@code auto} was decided
   * @param engines versions by name, such as {@code LibTorch} and {@code ONNX Runtime}
   * @param parameters trainable parameters
   * @param firstEpoch 1, or the epoch after the checkpoint's
   * @param notice why a checkpoint was not used; null when there is nothing to say
   */
  record Started(
      String device, Map<String, String> engines, long parameters, int firstEpoch, String notice)
      implements AttemptMessage {}

  /**
   * An epoch is over and its checkpoint is safe.
   *
   * @param epoch from 1
   * @param epochs at most so many will come
   * @param trainingLoss mean over the epoch's batches, with dropout
   * @param validationLoss mean binary cross-entropy of the validation split
   * @param validationAuRoc mean over classes; null when no class has both labels
   * @param bestEpoch the epoch with the lowest validation loss so far
   * @param seconds the epoch took, validation included
   */
  record EpochEnded(
      int epoch,
      int epochs,
      double trainingLoss,
      double validationLoss,
      Double validationAuRoc,
      int bestEpoch,
      double seconds)
      implements AttemptMessage {}

  /** Training is over; graphs are written and checked. */
  record Exporting(int epochs, int bestEpoch) implements AttemptMessage {}

  /**
   * The output folder is complete.
   *
   * @param epochs that were run
   * @param bestEpoch whose weights were kept
   * @param validationLoss of the best epoch
   * @param testAuRoc mean over classes; null when undefined for all
   * @param testAuRocSd standard deviation over classes
   * @param testAuPr mean over classes; null when undefined for all
   * @param exportDifference largest difference of a logit between ONNX Runtime and the engine
   */
  record Succeeded(
      int epochs,
      int bestEpoch,
      double validationLoss,
      Double testAuRoc,
      Double testAuRocSd,
      Double testAuPr,
      double exportDifference)
      implements AttemptMessage {}

  /**
   * The attempt cannot succeed.
   *
   * @param code stable, such as {@code training.diverged}
   * @param detail what was wrong and where, one sentence
   * @param action what to do about it
   */
  record Failed(String code, String detail, String action) implements AttemptMessage {}

  /** The line to print, without its end. */
  default String toLine() {
    try {
      return Lines.JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
  }

  /**
   * Reads a line; fields of a newer worker are passed over.
   *
   * @throws JsonProcessingException when it is no message
   */
  static AttemptMessage parse(String line) throws JsonProcessingException {
    return Lines.JSON.readValue(line, AttemptMessage.class);
  }

  /** Keeps the mapper out of the interface's own members. */
  final class Lines {
    private static final ObjectMapper JSON =
        new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Lines() {}
  }
}
