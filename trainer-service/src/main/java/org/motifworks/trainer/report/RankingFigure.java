package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.metric.AuPr;
import org.motifworks.core.metric.AuRoc;
import org.motifworks.core.metric.PrecisionRecall;
import org.motifworks.core.metric.RankedScores;
import org.motifworks.core.metric.RocCurve;
import org.motifworks.core.page.Html;

/**
 * ROC or precision-recall curves: a panel a class, a line an architecture (its first finished
 * trial). Ranks do not change under the sigmoid, so logits serve as probabilities would.
 */
final class RankingFigure {

  /** Classes drawn; a dataset may have a thousand. */
  static final int MOST_CLASSES = 24;

  private static final Panels PANELS = new Panels(4, 215, 236, 30);
  private static final Axis X = new Axis(0, 1, 38, 203);
  private static final Axis Y = new Axis(0, 1, 194, 44);

  /** Which of the two. */
  enum Kind {
    ROC("ROC curves", "AU-ROC", "false positive rate", "true positive rate"),
    PRECISION_RECALL("Precision-recall curves", "AU-PR", "recall", "precision");

    final String title;
    final String area;
    final String across;
    final String up;

    Kind(String title, String area, String across, String up) {
      this.title = title;
      this.area = area;
      this.across = across;
      this.up = up;
    }
  }

  private record Curve(
      String architecture, boolean whole, double area, List<Canvas.Point> points) {}

  private final Kind kind;
  private final ReportInput input;
  private final int classes;
  private final byte[][] labels;
  private final List<List<Curve>> curves = new ArrayList<>();

  private RankingFigure(Kind kind, ReportInput input, ModelFolders folders, TestLabels truth) {
    this.kind = kind;
    this.input = input;
    this.classes = Math.min(MOST_CLASSES, input.dataset().classes().size());
    int[] columns = IntStream.range(0, classes).toArray();
    this.labels = truth.of(input.dataset().ref(), columns);
    for (int c = 0; c < classes; c++) curves.add(new ArrayList<>());
    Map<String, FirstLayer> layers =
        input.architectures().stream()
            .collect(Collectors.toMap(Architecture::name, FirstLayer::of));
    for (String name : input.experiment().architectures()) {
      input
          .firstTrained(name)
          .ifPresent(trained -> add(name, layers.get(name), folders.testLogits(trained, columns)));
    }
  }

  static Figure draw(Kind kind, ReportInput input, ModelFolders folders, TestLabels truth) {
    RankingFigure figure = new RankingFigure(kind, input, folders, truth);
    return new Figure(kind.title, PANELS.width(), PANELS.height(figure.classes), figure.content());
  }

  private void add(String name, FirstLayer layer, float[][] logits) {
    for (int c = 0; c < classes; c++) {
      RankedScores ranked = RankedScores.of(logits[c], labels[c]);
      OptionalDouble area = kind == Kind.ROC ? AuRoc.of(ranked) : AuPr.trapezoid(ranked);
      if (area.isEmpty()) continue;
      List<Canvas.Point> points = Thinned.byPixel(points(ranked));
      curves.get(c).add(new Curve(name, layer.pooledForWholeMotifs(), area.getAsDouble(), points));
    }
  }

  private List<Canvas.Point> points(RankedScores ranked) {
    if (kind == Kind.ROC) {
      return RocCurve.of(ranked).orElseThrow().points().stream()
          .map(p -> new Canvas.Point(X.at(p.falsePositiveRate()), Y.at(p.truePositiveRate())))
          .toList();
    }
    return PrecisionRecall.of(ranked).orElseThrow().points().stream()
        .map(p -> new Canvas.Point(X.at(p.recall()), Y.at(p.precision())))
        .toList();
  }

  private String content() {
    Canvas canvas = new Canvas();
    List<Canvas.Point> sample = List.of(new Canvas.Point(38, 10), new Canvas.Point(66, 10));
    canvas.polyline(sample, "whole");
    canvas.text(72, 14, "small", "first pooling of " + FirstLayer.WHOLE + " or more");
    canvas.drawing(210, 0, 1, new Canvas().polyline(sample, "part").content());
    canvas.text(282, 14, "small", "less, or none");
    for (int c = 0; c < classes; c++) {
      Canvas panel = new Canvas();
      panel(panel, c);
      canvas.drawing(PANELS.left(c), PANELS.top(c), 1, panel.content());
    }
    return canvas.content();
  }

  private void panel(Canvas canvas, int c) {
    canvas.text(38, 16, "title", input.dataset().classes().get(c));
    canvas.text(38, 33, "small", range(curves.get(c)));
    for (double tick : new double[] {0, 0.5, 1}) {
      canvas.line(X.from(), Y.at(tick), X.to(), Y.at(tick), "grid");
      canvas.line(X.at(tick), Y.from(), X.at(tick), Y.to(), "grid");
      canvas.text(X.from() - 6, Y.at(tick) + 4, "small end", Html.number(tick, 1));
      canvas.text(X.at(tick), Y.from() + 15, "small middle", Html.number(tick, 1));
    }
    canvas.text(X.at(0.5), Y.from() + 29, "small middle", kind.across + " → ↑ " + kind.up);
    if (kind == Kind.ROC) canvas.line(X.at(0), Y.at(0), X.at(1), Y.at(1), "chance");
    for (Curve curve : curves.get(c)) {
      canvas.polyline(curve.points(), curve.whole() ? "whole" : "part");
    }
  }

  private String range(List<Curve> of) {
    if (of.isEmpty()) return "only one label in the test split";
    Curve best = of.get(0);
    Curve least = of.get(0);
    for (Curve curve : of) {
      if (curve.area() > best.area()) best = curve;
      if (curve.area() < least.area()) least = curve;
    }
    if (best == least) return kind.area + " " + Html.number(best.area(), 3);
    return best.architecture()
        + " "
        + Html.number(best.area(), 2)
        + " … "
        + least.architecture()
        + " "
        + Html.number(least.area(), 2);
  }
}
