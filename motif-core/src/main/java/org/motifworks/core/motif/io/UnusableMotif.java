package org.motifworks.core.motif.io;

/** Ends the reading of one motif, not of its file. */
final class UnusableMotif extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String code;
  private final long line;

  UnusableMotif(String code, long line, String reason) {
    super(reason, null, false, false);
    this.code = code;
    this.line = line;
  }

  RejectedMotif of(String id) {
    return new RejectedMotif(id, code, line, getMessage());
  }
}
