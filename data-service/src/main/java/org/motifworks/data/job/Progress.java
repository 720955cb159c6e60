package org.motifworks.data.job;

/**
 * How far a job is, in sequences or bytes, whichever its source can count.
 *
 * @param total 0 until it is known
 */
public record Progress(long done, long total) {

  /** Before the start. */
  public static final Progress NONE = new Progress(0, 0);
}
