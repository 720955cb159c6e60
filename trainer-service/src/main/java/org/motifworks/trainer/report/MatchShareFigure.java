package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.trainer.experiment.ResultRow;

/** Share of filters that match against the size of the first max-pool: the paper's principle. */
final class MatchShareFigure {

  private static final double WIDTH = 860;
  private static final double LEFT = 58;
  private static final double RIGHT = 790;
  private static final double TOP = 40;
  private static final double BOTTOM = 380;
  private static final double HEIGHT = 452;
  private static final double RADIUS = 6;

  private record Mark(String name, FirstLayer layer, double share, Double sd, Double paper) {}

  private final ReportInput input;
  private final boolean relevant;
  private final List<Mark> marks;
  private final List<Integer> sizes;
  private final Axis y = new Axis(0, 100, BOTTOM, TOP);
  private final Axis x;

  private MatchShareFigure(ReportInput input) {
    this.input = input;
    this.relevant = input.results().rows().stream().anyMatch(r -> r.relevantMatchPercent() != null);
    this.marks = marks();
    this.sizes =
        marks.stream()
            .map(m -> m.layer().filterSize())
            .distinct()
            .sorted(Comparator.reverseOrder())
            .toList();
    int largest = marks.stream().mapToInt(mark -> mark.layer().pool()).max().orElse(1);
    this.x = new Axis(0, Math.log(Math.max(2, largest)), LEFT + 26, RIGHT - 40);
  }

  static Figure draw(ReportInput input) {
    MatchShareFigure figure = new MatchShareFigure(input);
    String share = figure.relevant ? "a factor of the dataset" : "any JASPAR motif";
    return new Figure(
        "Share of first-layer filters that match " + share + " against the first pool size",
        WIDTH,
        HEIGHT,
        figure.content(share));
  }

  private List<Mark> marks() {
    Map<String, Architecture> byName =
        input.architectures().stream().collect(Collectors.toMap(Architecture::name, a -> a));
    List<Mark> found = new ArrayList<>();
    for (ResultRow row : input.results().rows()) {
      Double share = relevant ? row.relevantMatchPercent() : row.jasparMatchPercent();
      if (share == null) continue;
      Double sd = relevant ? row.relevantMatchTrialSd() : row.jasparMatchTrialSd();
      Optional<Double> paper =
          Optional.ofNullable(row.paper())
              .map(p -> (double) (relevant ? p.relevantMatchPercent() : p.jasparMatchPercent()));
      FirstLayer layer = FirstLayer.of(byName.get(row.architecture()));
      found.add(new Mark(row.architecture(), layer, share, sd, paper.orElse(null)));
    }
    return found;
  }

  private String content(String share) {
    Canvas canvas = new Canvas();
    canvas.text(LEFT, 20, "small", "% of filters that match " + share + " (" + input.rule() + ")");
    for (double tick : y.ticks()) {
      canvas.line(LEFT, y.at(tick), RIGHT, y.at(tick), "grid");
      canvas.text(LEFT - 8, y.at(tick) + 4, "end", y.label(tick));
    }
    Map<Integer, String> pools = new TreeMap<>();
    for (Mark mark : marks) pools.put(mark.layer().pool(), mark.layer().poolLabel());
    pools.forEach((pool, label) -> canvas.text(x(pool), BOTTOM + 18, "middle", label));
    canvas.text(
        (LEFT + RIGHT) / 2, BOTTOM + 38, "middle", "size of the first max-pool (logarithmic)");
    LabelPlaces places = new LabelPlaces(WIDTH - 4);
    for (Mark mark : marks) places.keepFree(x(mark), y.at(mark.share()), RADIUS + 1);
    for (Mark mark : marks) paper(canvas, mark);
    for (Mark mark : marks) mark(canvas, mark);
    for (Mark mark : marks) {
      Canvas.Point place = places.place(x(mark), y.at(mark.share()), mark.name());
      canvas.text(place.x(), place.y(), "name", mark.name());
    }
    legend(canvas);
    return canvas.content();
  }

  private void paper(Canvas canvas, Mark mark) {
    if (mark.paper() == null) return;
    canvas.line(x(mark), y.at(mark.share()), x(mark), y.at(mark.paper()), "papertie");
    shape(canvas, mark.layer().filterSize(), x(mark), y.at(mark.paper()), RADIUS - 1.5, "paper");
  }

  private void mark(Canvas canvas, Mark mark) {
    if (mark.sd() != null) {
      double high = y.at(Math.min(100, mark.share() + mark.sd()));
      double low = y.at(Math.max(0, mark.share() - mark.sd()));
      canvas.line(x(mark), high, x(mark), low, "spread");
      canvas.line(x(mark) - 4, high, x(mark) + 4, high, "spread");
      canvas.line(x(mark) - 4, low, x(mark) + 4, low, "spread");
    }
    shape(canvas, mark.layer().filterSize(), x(mark), y.at(mark.share()), RADIUS, "mark");
  }

  /** A shape a filter size, the first three sizes; all others share the last. */
  private void shape(Canvas canvas, int size, double cx, double cy, double r, String style) {
    switch (Math.min(3, sizes.indexOf(size))) {
      case 0 -> canvas.circle(cx, cy, r, style);
      case 1 -> canvas.polygon(corners(cx, cy, -r, -r, r, -r, r, r, -r, r), style);
      case 2 -> canvas.polygon(corners(cx, cy, 0, -1.2 * r, 1.15 * r, r, -1.15 * r, r), style);
      default ->
          canvas.polygon(corners(cx, cy, 0, -1.3 * r, 1.3 * r, 0, 0, 1.3 * r, -1.3 * r, 0), style);
    }
  }

  private static List<Canvas.Point> corners(double cx, double cy, double... offsets) {
    List<Canvas.Point> points = new ArrayList<>();
    for (int i = 0; i + 1 < offsets.length; i += 2) {
      points.add(new Canvas.Point(cx + offsets[i], cy + offsets[i + 1]));
    }
    return points;
  }

  private void legend(Canvas canvas) {
    double at = LEFT + 6;
    double base = HEIGHT - 14;
    for (int i = 0; i < Math.min(4, sizes.size()); i++) {
      String words = i == 3 ? "other sizes" : "filters of " + sizes.get(i) + " nt";
      shape(canvas, sizes.get(i), at, base - 4, RADIUS, "mark");
      canvas.text(at + 12, base, "small", words);
      at += 32 + 6.2 * words.length();
    }
    if (marks.stream().anyMatch(mark -> mark.paper() != null)) {
      shape(canvas, sizes.get(0), at, base - 4, RADIUS - 1.5, "paper");
      canvas.text(at + 12, base, "small", "hollow: the paper’s");
      at += 140;
    }
    if (marks.stream().anyMatch(mark -> mark.sd() != null)) {
      canvas.text(at, base, "small", "bars: ± standard deviation over trials");
    }
  }

  private double x(Mark mark) {
    return x(mark.layer().pool());
  }

  private double x(int pool) {
    return x.at(Math.log(pool));
  }
}
