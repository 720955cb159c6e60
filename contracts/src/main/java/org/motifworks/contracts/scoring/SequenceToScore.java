package org.motifworks.contracts.scoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.Optional;
import org.motifworks.contracts.json.Json;

/**
 * A sequence that is to be scored, as it lies on {@value #TOPIC}.
 *
 * @param id of the sequence, given back with its scores
 * @param model id or {@code series@alias}; absent for the model the service is set to
 * @param sequence letters A C G T U N and IUPAC codes, as long as the model's window
 */
public record SequenceToScore(String id, Optional<String> model, String sequence) {
  public static final String TOPIC = "motifworks.sequences";

  public SequenceToScore {
    if (id == null || id.isEmpty()) throw new IllegalArgumentException("it has no id");
    if (sequence == null) throw new IllegalArgumentException("it has no sequence");
    model = model == null ? Optional.empty() : model;
  }

  /**
   * Reads a record's value.
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static SequenceToScore read(byte[] value) {
    if (value == null) throw new IllegalArgumentException("it has no value");
    try {
      SequenceToScore sequence = Json.mapper().readValue(value, SequenceToScore.class);
      if (sequence == null) throw new IllegalArgumentException("its value is null");
      return sequence;
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }
}
