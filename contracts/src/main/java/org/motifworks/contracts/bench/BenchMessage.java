package org.motifworks.contracts.bench;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;

/**
 * One line that the measuring process prints on standard output (JSON, one object a line): {@link
 * Progress} again and again, and last either {@link Finished} or {@link Failed}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
  @JsonSubTypes.Type(value = BenchMessage.Progress.class, name = "progress"),
  @JsonSubTypes.Type(value = BenchMessage.Finished.class, name = "finished"),
  @JsonSubTypes.Type(value = BenchMessage.Failed.class, name = "failed")
})
public sealed interface BenchMessage {

  /**
   * What is measured next.
   *
   * @param done parts measured
   * @param total parts to measure
   * @param note the next part, such as {@code cnn-25 scan}
   */
  record Progress(int done, int total, String note) implements BenchMessage {}

  /**
   * All was measured.
   *
   * @param machine what it was measured on
   * @param architectures by name, in the order measured
   */
  record Finished(Machine machine, Map<String, Rates> architectures) implements BenchMessage {}

  /**
   * Measuring ended early.
   *
   * @param detail what was wrong, in words
   */
  record Failed(String detail) implements BenchMessage {}

  /**
   * The machine at hand.
   *
   * @param processors that this process may use
   * @param trainingSlots runs trained side by side, one thread each
   * @param sgemmGflops float32 matrix products of all slots together, in 10^9 operations a second
   * @param engines versions by name
   */
  record Machine(
      int processors, int trainingSlots, double sgemmGflops, Map<String, String> engines) {}

  /**
   * One architecture.
   *
   * @param paths by {@code scan}, {@code predict}, {@code saliency} and {@code train}
   * @param trainShareOfSgemm operations of training's layers a second, as a share of sgemm's
   */
  record Rates(Map<String, Comparison> paths, double trainShareOfSgemm) {}

  /** The message as one line without a line feed. */
  default String toLine() {
    try {
      return Format.JSON.writerFor(BenchMessage.class).writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message that cannot be written", e);
    }
  }

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException when it is no message
   */
  static BenchMessage parse(String line) {
    try {
      return Format.JSON.readValue(line, BenchMessage.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no message: " + line, e);
    }
  }

  /** How messages are written. */
  final class Format {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Format() {}
  }
}
