package org.motifworks.core.dataset;

/**
 * A record that does not fit its dataset, or a dataset folder that is not one; the message names
 * which.
 */
public final class DatasetFormatException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  public DatasetFormatException(String code, String detail) {
    this(code, detail, null);
  }

  public DatasetFormatException(String code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  /** A stable name such as {@code dataset.duplicate-id}. */
  public String code() {
    return code;
  }
}
