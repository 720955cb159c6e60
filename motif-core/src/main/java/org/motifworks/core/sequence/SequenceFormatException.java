package org.motifworks.core.sequence;

import java.util.Objects;

/**
 * A file that is not the sequences or intervals it should be, with where that shows.
 *
 * <p>Lines and columns count from 1; 0 means unknown. {@code source} and {@code record} are empty
 * when unknown.
 */
public final class SequenceFormatException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;
  private final String source;
  private final long line;
  private final long column;
  private final String record;
  private final String detail;

  public SequenceFormatException(
      String code, String source, long line, long column, String record, String detail) {
    this(code, source, line, column, record, detail, null);
  }

  public SequenceFormatException(
      String code,
      String source,
      long line,
      long column,
      String record,
      String detail,
      Throwable cause) {
    super(message(source, line, column, record, detail), cause);
    this.code = Objects.requireNonNull(code, "code");
    this.source = source;
    this.line = line;
    this.column = column;
    this.record = record;
    this.detail = detail;
  }

  /** A stable name such as {@code fasta.invalid-letter}. */
  public String code() {
    return code;
  }

  /** The file or stream as the reader was told to call it. */
  public String source() {
    return source;
  }

  public long line() {
    return line;
  }

  public long column() {
    return column;
  }

  /** The id of the record in which it happened. */
  public String record() {
    return record;
  }

  /** What is wrong and what is allowed, without the place. */
  public String detail() {
    return detail;
  }

  private static String message(
      String source, long line, long column, String record, String detail) {
    StringBuilder text = new StringBuilder(source);
    if (line > 0) text.append(text.isEmpty() ? "line " : " line ").append(line);
    if (column > 0) text.append(text.isEmpty() ? "column " : ", column ").append(column);
    if (!record.isEmpty())
      text.append(text.isEmpty() ? "(record " : " (record ").append(record).append(')');
    if (!text.isEmpty()) text.append(": ");
    return text.append(detail).toString();
  }
}
