package org.motifworks.worker.bench;

/** One of two ways to do the same work. */
public interface Contender {

  /** Sequences that one call of {@link #run()} works on. */
  int sequences();

  /**
   * Does the work once.
   *
   * @return the numbers that both ways must agree on; may be empty
   */
  float[] run() throws Exception;
}
