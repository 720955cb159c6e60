package org.motifworks.contracts.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/**
 * What is to be scored, as it lies on {@value #TOPIC}: one sequence, or a batch, which costs far
 * less a sequence. Either becomes one record of scores.
 *
 * @param model id or {@code series@alias}; absent for the model the service is set to
 * @param sequences at least one
 * @param batch whether it came, and is answered, as a batch, be it of one
 */
public record SequencesToScore(Optional<String> model, List<Sequence> sequences, boolean batch) {
  public static final String TOPIC = "motifworks.sequences";

  /**
   * A sequence.
   *
   * @param id given back with its scores
   * @param sequence letters A C G T U N and IUPAC codes, as long as the model's window
   */
  public record Sequence(String id, String sequence) {
    public Sequence {
      if (id == null || id.isEmpty()) throw new IllegalArgumentException("it has no id");
      if (sequence == null) throw new IllegalArgumentException("it has no sequence");
    }
  }

  /** Both forms in one: {@code id} and {@code sequence}, or {@code sequences}. */
  private record Value(
      String id, Optional<String> model, String sequence, List<Sequence> sequences) {}

  /**
   * Reads a record's value.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static SequencesToScore read(byte[] value) {
    if (value == null) throw new IllegalArgumentException("it has no value");
    try {
      Value read = Json.mapper().readValue(value, Value.class);
      if (read == null) throw new IllegalArgumentException("its value is null");
      return of(read);
    } catch (JsonProcessingException e) {
      if (e.getCause() instanceof IllegalArgumentException reason) throw reason;
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static SequencesToScore of(Value value) {
    Optional<String> model = value.model() == null ? Optional.empty() : value.model();
    if (value.sequences() == null) {
      Sequence only = new Sequence(value.id(), value.sequence());
      return new SequencesToScore(model, List.of(only), false);
    }
    if (value.sequence() != null || value.id() != null) {
      throw new IllegalArgumentException("it is one sequence and a batch at once");
    }
    if (value.sequences().isEmpty()) throw new IllegalArgumentException("its batch is empty");
    if (value.sequences().contains(null)) {
      throw new IllegalArgumentException("a sequence of its batch is null");
    }
    return new SequencesToScore(model, List.copyOf(value.sequences()), true);
  }
}
