package org.motifworks.core.sequence;

import java.util.Arrays;
import java.util.Objects;

/**
 * A named sequence.
 *
 * <p>Equal by content. The array is not copied, neither in nor out: who makes a record gives the
 * array away, who reads one leaves it as it is.
 *
 * @param id first word of the FASTA header, never blank
 * @param tokens shape {@code [length]}, A C G T N = 0..4, 5'→3'
 */
// Records of a genome are hundreds of megabytes; a defensive copy of each would double that.
@SuppressWarnings("ArrayRecordComponent")
public record SequenceRecord(String id, byte[] tokens) {

  public SequenceRecord {
    if (id.isBlank()) throw new IllegalArgumentException("A sequence record needs an id");
    Objects.requireNonNull(tokens, "tokens");
  }

  /** Number of nucleotides. */
  public int length() {
    return tokens.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SequenceRecord that
        && id.equals(that.id)
        && Arrays.equals(tokens, that.tokens);
  }

  @Override
  public int hashCode() {
    return 31 * id.hashCode() + Arrays.hashCode(tokens);
  }

  /** Id and length, not the sequence: it may be a chromosome. */
  @Override
  public String toString() {
    return "SequenceRecord[" + id + ", " + tokens.length + " nt]";
  }
}
