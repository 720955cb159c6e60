package org.motifworks.interpret.explanation;

import java.util.List;
import org.motifworks.core.logo.Drawing;

/** One part of a sequence explained, ready to be told in numbers, as a track or as a picture. */
public interface Explanation {

  /** What part it is. */
  Part part();

  /** What is written as JSON. */
  Object told();

  /** What {@link #values()} are, in a few words. */
  String method();

  /** How much the letter at each position of the part counts, shape {@code [length]}. */
  double[] values();

  /** What is written above its picture. */
  String heading();

  /** Its picture in lines of at most so many positions. */
  List<? extends Drawing> lines(int positions);
}
