package org.motifworks.trainer.attempt;

import org.motifworks.contracts.training.AttemptMessage;

/** How an attempt's process ended. */
sealed interface AttemptOutcome {

  /** The output folder is complete. */
  record Succeeded(AttemptMessage.Succeeded message) implements AttemptOutcome {}

  /** The worker said why it cannot succeed; trying again gives the same. */
  record Failed(AttemptMessage.Failed message) implements AttemptOutcome {}

  /**
   * The process ended, or fell silent, without a last word: killed, out of memory, crashed in
   * native code.
   *
   * @param reason one sentence, with the end of its log
   */
  record Lost(String reason) implements AttemptOutcome {}
}
