package org.motifworks.worker.attempt;

import org.motifworks.contracts.training.AttemptMessage;

/** Why an attempt cannot succeed, for people and programs. */
final class AttemptException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String action;

  AttemptException(String code, String detail, String action) {
    super(detail);
    this.code = code;
    this.action = action;
  }

  AttemptMessage.Failed message() {
    return new AttemptMessage.Failed(code, getMessage(), action);
  }
}
