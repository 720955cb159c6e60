package org.motifworks.data.source;

import static java.util.Objects.requireNonNull;

/**
 * Why a dataset cannot be made from a source: settings or files the caller can put right. Trying
 * again unchanged will not help.
 */
public final class SourceProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String code;
  private final String action;

  /**
   * @param code stable name such as {@code split.empty}
   * @param detail what is wrong and where
   * @param action what the caller can do about it
   */
  public SourceProblem(String code, String detail, String action) {
    this(code, detail, action, null);
  }

  public SourceProblem(String code, String detail, String action, Throwable cause) {
    super(detail, cause);
    this.code = requireNonNull(code, "code");
    this.action = requireNonNull(action, "action");
  }

  public String code() {
    return code;
  }

  public String detail() {
    return getMessage();
  }

  public String action() {
    return action;
  }
}
