package org.motifworks.data.peaks;

import java.io.IOException;
import org.motifworks.core.dataset.Split;

/** Takes the windows of a genome. */
interface WindowReceiver {

  /**
   * Whether it would take a window. Asked before any is handed on, so that as many negatives are
   * chosen as there are windows taken.
   *
   * @param tokens shape {@code [window]}
   */
  boolean wants(BinWalk.Visit visit, byte[] tokens);

  /**
   * Takes a window, or leaves it out.
   *
   * @param tokens shape {@code [window]}; used again afterwards
   * @param labels shape {@code [classes]}, 0 or 1; used again afterwards
   * @return whether it was taken; of one that was not, no shuffled copy follows
   */
  boolean take(Split split, String id, byte[] tokens, byte[] labels) throws IOException;
}
