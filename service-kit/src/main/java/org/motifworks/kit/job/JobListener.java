package org.motifworks.kit.job;

import java.util.Set;

/**
 * A bean that hears of the end of each job of its kinds, exactly once, in the transaction that ends
 * it: the place to change the entity's row and to append the one terminal fact to the outbox.
 *
 * <p>Also called for ends that no worker made: a third lost worker, a cancellation before the
 * start.
 */
public interface JobListener {

  Set<String> kinds();

  /**
   * Hears of one ending.
   *
   * @param job in a terminal state; throwing undoes the ending
   */
  void ended(Job job);
}
