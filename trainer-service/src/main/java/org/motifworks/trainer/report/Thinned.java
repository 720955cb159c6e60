package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.List;

/** Curves of many thousand points as a drawing of a few hundred units can show them. */
final class Thinned {

  private Thinned() {}

  /**
   * Of the points that lie in one unit of width, the first, the last, the highest and the lowest,
   * in their order: the drawn line covers the same units.
   *
   * @param points from left to right
   */
  static List<Canvas.Point> byPixel(List<Canvas.Point> points) {
    List<Canvas.Point> kept = new ArrayList<>();
    for (int from = 0; from < points.size(); ) {
      long column = (long) Math.floor(points.get(from).x());
      int to = from;
      int high = from;
      int low = from;
      while (to < points.size() && (long) Math.floor(points.get(to).x()) == column) {
        if (points.get(to).y() < points.get(high).y()) high = to;
        if (points.get(to).y() > points.get(low).y()) low = to;
        to++;
      }
      int first = from;
      int last = to - 1;
      int[] order = {first, Math.min(high, low), Math.max(high, low), last};
      int before = -1;
      for (int at : order) {
        if (at != before) kept.add(points.get(at));
        before = at;
      }
      from = to;
    }
    return kept;
  }
}
