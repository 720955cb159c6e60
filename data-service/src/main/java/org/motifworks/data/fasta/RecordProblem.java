package org.motifworks.data.fasta;

import org.motifworks.data.source.SourceProblem;

/** One record that cannot be used; by the caller's choice it ends the import or is left out. */
final class RecordProblem extends Exception {

  private static final long serialVersionUID = 1;

  private final String code;
  private final String action;

  RecordProblem(String code, String detail, String action) {
    this(code, detail, action, null);
  }

  RecordProblem(String code, String detail, String action, Throwable cause) {
    super(detail, cause);
    this.code = code;
    this.action = action;
  }

  String code() {
    return code;
  }

  /** The same as the reason for which the whole import ends. */
  SourceProblem fatal() {
    return new SourceProblem(code, getMessage(), action, this);
  }
}
