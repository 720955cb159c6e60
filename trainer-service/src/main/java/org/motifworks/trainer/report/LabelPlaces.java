package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.List;

/** Finds places for the names of points where no name lies on another one or on a point. */
final class LabelPlaces {

  private static final double LETTER = 7.4; // mean advance of a 12-unit bold letter
  private static final double HEIGHT = 13;
  private static final double[][] NEAR = {
    {10, 4}, {10, -8}, {10, 16}, {0, -12}, {0, 21}, {10, 28}, {10, -20}, {0, 34}, {0, -25}
  };

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private final List<Box> taken = new ArrayList<>();
  private final double right;

  /**
   * @param right names end left of it
   */
  LabelPlaces(double right) {
    this.right = right;
  }

  void keepFree(double x, double y, double radius) {
    taken.add(new Box(x - radius, y - radius, x + radius, y + radius));
  }

  /** Where a name begins, its base line; beside its point, or as near as is free. */
  Canvas.Point place(double x, double y, String name) {
    double width = LETTER * name.length();
    for (double[] near : NEAR) {
      for (boolean before : new boolean[] {false, true}) {
        double start = near[0] == 0 ? x - width / 2 : before ? x - near[0] - width : x + near[0];
        Box box = new Box(start, y + near[1] - HEIGHT + 3, start + width, y + near[1] + 3);
        if (box.right > right || taken.stream().anyMatch(box::meets)) continue;
        taken.add(box);
        return new Canvas.Point(start, y + near[1]);
      }
    }
    return new Canvas.Point(Math.min(x + 10, right - width), y + 4);
  }
}
