package org.motifworks.data.mat;

/**
 * A file that is no MATLAB file, or holds something else than it should; the message says where.
 */
public final class MatFormatException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;

  MatFormatException(String code, String detail) {
    this(code, detail, null);
  }

  MatFormatException(String code, String detail, Throwable cause) {
    super(detail, cause);
    this.code = code;
  }

  /** A stable name such as {@code mat.damaged}. */
  public String code() {
    return code;
  }
}
