package org.motifworks.contracts.training;

/**
 * Exit codes of a training worker. Any other code (137 after a kill, for instance) means that it
 * was lost.
 */
public final class AttemptExit {

  /** {@link AttemptMessage.Succeeded} was the last line; the output folder is complete. */
  public static final int SUCCEEDED = 0;

  /** {@link AttemptMessage.Failed} was the last line; trying again gives the same. */
  public static final int FAILED = 1;

  /** The specification file could not be read; standard error says why, nothing was printed. */
  public static final int UNUSABLE_SPECIFICATION = 2;

  /**
   * Standard input ended: the parent is gone, so the worker stopped at once. The checkpoint stands.
   */
  public static final int PARENT_GONE = 3;

  private AttemptExit() {}
}
