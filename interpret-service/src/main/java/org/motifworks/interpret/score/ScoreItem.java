package org.motifworks.interpret.score;

import java.util.Optional;
import org.motifworks.core.sequence.SequenceFormatException;

/**
 * One thing of the input, good or bad, in its place.
 *
 * @param id of the sequence; empty when even that could not be read
 * @param tokens shape {@code [length]}; absent for a bad record
 * @param error absent for a good record
 */
record ScoreItem(Optional<String> id, Optional<byte[]> tokens, Optional<RecordError> error) {

  /**
   * Why a record has no scores.
   *
   * @param fatal nothing after it can be read
   */
  record RecordError(String code, String detail, boolean fatal) {}

  static ScoreItem sequence(String id, byte[] tokens) {
    return new ScoreItem(Optional.of(id), Optional.of(tokens), Optional.empty());
  }

  static ScoreItem bad(String id, String code, String detail) {
    return bad(id, new RecordError(code, detail, false));
  }

  static ScoreItem bad(String id, RecordError error) {
    Optional<String> known = id.isEmpty() ? Optional.empty() : Optional.of(id);
    return new ScoreItem(known, Optional.empty(), Optional.of(error));
  }

  /** What makes the rest of the input unreadable. */
  static ScoreItem fatal(SequenceFormatException broken) {
    return bad(broken.record(), new RecordError(broken.code(), broken.getMessage(), true));
  }
}
