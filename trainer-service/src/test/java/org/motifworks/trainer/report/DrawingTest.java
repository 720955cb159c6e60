package org.motifworks.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The parts that drawings are made of. */
class DrawingTest {

  private static final long SEED = 20_260_104;

  @Test
  void axis_hasRoundTicksAroundTheValues() {
    Axis axis = Axis.around(0.118, 0.53, 100, 0);
    assertThat(axis.ticks().stream().map(axis::label))
        .containsExactly("0.1", "0.2", "0.3", "0.4", "0.5", "0.6");
    assertThat(axis.at(0.1)).isEqualTo(100);
    assertThat(axis.at(axis.high())).isEqualTo(0);
  }

  @Test
  void axis_ofOneValue_isNotEmpty() {
    Axis axis = Axis.around(3, 3, 0, 10);
    assertThat(axis.high()).isGreaterThan(axis.low());
    assertThat(axis.ticks()).hasSizeBetween(2, 10);
  }

  /** In every unit of width the thinned line has the same reach, and both have the same ends. */
  @Test
  void thinnedLine_coversWhatTheLineCovers() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Canvas.Point> points = new ArrayList<>();
    double x = 38;
    for (int i = 0; i < 5000; i++) {
      x += random.nextDouble() < 0.3 ? 0 : random.nextDouble(0.06);
      points.add(new Canvas.Point(x, random.nextDouble(44, 194)));
    }
    List<Canvas.Point> thinned = Thinned.byPixel(points);
    assertThat(thinned).hasSizeLessThan(600).isSubsetOf(points);
    assertThat(thinned.get(0)).isEqualTo(points.get(0));
    assertThat(thinned.get(thinned.size() - 1)).isEqualTo(points.get(points.size() - 1));
    assertThat(reach(thinned)).isEqualTo(reach(points));
  }

  private static java.util.Map<Long, List<Double>> reach(List<Canvas.Point> points) {
    return points.stream()
        .collect(
            Collectors.groupingBy(
                point -> (long) Math.floor(point.x()),
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    of -> List.of(ys(of).min().orElseThrow(), ys(of).max().orElseThrow()))));
  }

  private static DoubleStream ys(List<Canvas.Point> points) {
    return points.stream().mapToDouble(Canvas.Point::y);
  }

  @Test
  void namesOfPointsInOnePlace_lieApart() {
    LabelPlaces places = new LabelPlaces(800);
    places.keepFree(400, 100, 7);
    List<Canvas.Point> placed = new ArrayList<>();
    for (String name : List.of("cnn-25", "cnn9-25", "cnn-50", "cnn-10")) {
      placed.add(places.place(400, 100, name));
    }
    assertThat(placed).doesNotHaveDuplicates();
    for (int i = 0; i < placed.size(); i++) {
      for (int j = 0; j < i; j++) {
        double dx = Math.abs(placed.get(i).x() - placed.get(j).x());
        double dy = Math.abs(placed.get(i).y() - placed.get(j).y());
        assertThat(dx > 40 || dy >= 12).as(placed.toString()).isTrue();
      }
    }
  }
}
