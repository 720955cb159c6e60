package org.motifworks.core.motif.io;

/**
 * A motif of a file that cannot be used, while the others of the file can.
 *
 * @param id what the file calls it
 * @param code a stable name of what is wrong, such as {@code motif.column-sum}
 * @param line where, 1-based
 * @param reason what is wrong there, without the id
 */
public record RejectedMotif(String id, String code, long line, String reason) {

  /** All of it for people: {@code line 10: motif filter0, column 1 is all zero}. */
  public String sentence() {
    return "line " + line + ": motif " + id + ", " + reason;
  }
}
