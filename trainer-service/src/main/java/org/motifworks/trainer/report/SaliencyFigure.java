package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.SaliencyExample;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.logo.LogoSpan;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.page.Html;
import org.motifworks.kit.artifact.Artifact;

/**
 * Where a model looks, against where the motifs are, as the paper's Figure 4: the examples its
 * interpretation holds, in rows of the middle {@link #MOST_LETTERS} letters at most.
 */
final class SaliencyFigure {

  private static final int MOST_LETTERS = 200;
  private static final double WIDTH = 1000;
  private static final double TOP = 22;
  private static final double COLUMN = 20;
  private static final double LOGO = 46;
  private static final double ROW = 92;

  private SaliencyFigure() {}

  static Figure draw(TrainedTrial trained, ModelFolders folders) {
    Artifact folder = folders.interpretationFolder(trained);
    Interpretation found = folders.interpretation(folder);
    List<SaliencyExample> examples = found.saliency().examples();
    List<List<SaliencyMap>> maps = new ArrayList<>();
    for (SaliencyRule rule : SaliencyRule.values()) maps.add(folders.saliency(folder, rule));
    Canvas canvas = new Canvas();
    canvas.text(0, 14, "title", trained.architecture());
    canvas.text(8.4 * trained.architecture().length() + 10, 14, "small", summary(trained, found));
    int rows = 0;
    for (int i = 0; i < examples.size(); i++) {
      for (List<SaliencyMap> ofRule : maps) {
        if (i >= ofRule.size()) continue;
        canvas.drawing(0, TOP + ROW * rows++, 1, row(examples.get(i), ofRule.get(i)));
      }
    }
    return new Figure(
        "Saliency of " + trained.architecture() + ", trial " + trained.trial(),
        WIDTH,
        TOP + ROW * Math.max(1, rows),
        canvas.content());
  }

  private static String summary(TrainedTrial trained, Interpretation found) {
    if (found.saliency().examples().isEmpty()) {
      return "no test sequence has exactly one label, so there is none to draw";
    }
    String text = "trial " + trained.trial() + "; guided back-propagation";
    if (found.saliency().auRoc().isEmpty()) return text;
    return text
        + " finds embedded positions with an AU-ROC of "
        + Html.number(found.saliency().auRoc().getAsDouble(), 3)
        + " over "
        + found.saliency().sequences()
        + " sequences";
  }

  private static String row(SaliencyExample example, SaliencyMap map) {
    int length = map.contributions().size();
    int from = Math.max(0, (length - MOST_LETTERS) / 2);
    int to = Math.min(length, from + MOST_LETTERS);
    double[][] heights = new double[to - from][];
    for (int i = from; i < to; i++) {
      heights[i - from] =
          map.contributions().get(i).stream().mapToDouble(Double::doubleValue).toArray();
    }
    double across = WIDTH / (COLUMN * heights.length);
    Canvas canvas = new Canvas();
    boolean plain = map.rule().filter(SaliencyRule.PLAIN::equals).isPresent();
    OptionalDouble auRoc = plain ? example.plainAuRoc() : example.auRoc();
    String facts =
        (plain ? "plain gradient" : "guided")
            + ", "
            + example.id()
            + ", probability "
            + Html.number(example.probability(), 3);
    if (auRoc.isPresent()) facts += ", AU-ROC " + Html.number(auRoc.getAsDouble(), 3);
    canvas.text(0, 14, "name", example.className());
    canvas.text(8 * example.className().length() + 10, 14, "small", facts);
    for (LogoSpan span : spans(example, from, to)) {
      double left = span.start() * COLUMN * across;
      double width = (span.end() - span.start()) * COLUMN * across;
      canvas.rectangle(left, 20, width, LOGO + 18, "truth");
      canvas.text(left + width / 2, 20 + LOGO + 14, "small middle", span.label());
    }
    String logo = SequenceLogo.ofContributions(heights).toGroup();
    canvas.stretched(0, 20, across, LOGO / 100, logo);
    canvas.line(0, 20 + LOGO, WIDTH, 20 + LOGO, "grid");
    return canvas.content();
  }

  /** Embedded motifs within what is drawn, cut where they leave it. */
  private static List<LogoSpan> spans(SaliencyExample example, int from, int to) {
    return example.placements().stream()
        .filter(placed -> placed.end() > from && placed.start() < to)
        .map(
            placed ->
                new LogoSpan(
                    Math.max(from, placed.start()) - from,
                    Math.min(to, placed.end()) - from,
                    placed.factor() + " " + placed.strand()))
        .toList();
  }
}
