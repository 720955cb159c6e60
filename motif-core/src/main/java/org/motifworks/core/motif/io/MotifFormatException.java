package org.motifworks.core.motif.io;

/** A motif file that cannot be read: which file, which line, why. */
public final class MotifFormatException extends RuntimeException {
  private final String code;
  private final String source;
  private final long line;
  private final String reason;

  MotifFormatException(String code, String source, long line, String reason) {
    super(source + " line " + line + ": " + reason);
    this.code = code;
    this.source = source;
    this.line = line;
    this.reason = reason;
  }

  /** A stable name of what was wrong, such as {@code motif.column-sum}. */
  public String code() {
    return code;
  }

  /** The file, or what the caller named the text. */
  public String source() {
    return source;
  }

  /** 1-based line number. */
  public long line() {
    return line;
  }

  /** What was wrong there, as a sentence for people. */
  public String reason() {
    return reason;
  }
}
