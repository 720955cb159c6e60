package org.motifworks.interpret.score;

/** How sequences are sent. */
public enum InputFormat {
  /** Told by the first letter that is no blank: {@code >} FASTA, a brace NDJSON, else lines. */
  AUTO,
  FASTA,
  NDJSON,
  /** A sequence a line, or an id, blanks and a sequence. */
  LINES
}
