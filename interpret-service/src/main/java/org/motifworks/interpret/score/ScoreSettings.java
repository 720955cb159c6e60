package org.motifworks.interpret.score;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How sequences become scores.
 *
 * @param strands which strands are read, and how two become one
 * @param shorter what is done with a sequence shorter than the model's window
 * @param longer what is done with one that is longer
 * @param stride nt from one window of a longer sequence to the next; the window's length when
 *     absent
 * @param hits how many filters of the first layer are told with each result, strongest first; 0 for
 *     none
 * @param saliency the class that each result is explained for, or {@value #TOP} for its most
 *     probable one
 */
public record ScoreSettings(
    Strands strands,
    Shorter shorter,
    Longer longer,
    OptionalInt stride,
    int hits,
    Optional<String> saliency) {

  /** Instead of a class: of each sequence the most probable one. */
  public static final String TOP = "top";

  /** The forward strand of sequences that are as long as the window, others refused. */
  public static final ScoreSettings DEFAULT =
      new ScoreSettings(
          Strands.FORWARD, Shorter.REFUSE, Longer.REFUSE, OptionalInt.empty(), 0, Optional.empty());

  public ScoreSettings {
    if (stride.isPresent() && stride.getAsInt() < 1) {
      throw new IllegalArgumentException("a stride is 1 nt or more, not " + stride.getAsInt());
    }
    if (hits < 0) throw new IllegalArgumentException("hits are 0 or more, not " + hits);
  }

  /** The strands that are read. */
  public enum Strands {
    /** As it was sent. */
    FORWARD,
    /** Both; of each class's two probabilities the larger. */
    MAX,
    /** Both; the mean of each class's two probabilities. */
    MEAN
  }

  /** Sequences shorter than the window. */
  public enum Shorter {
    REFUSE,
    /** Filled up with N on both sides, the odd one at the end. */
    PAD
  }

  /** Sequences longer than the window. */
  public enum Longer {
    REFUSE,
    /** Each window is a result of its own. */
    WINDOWS,
    /** Each class's largest probability in any window. */
    MAX,
    /** Each class's mean probability over all windows. */
    MEAN
  }
}
