package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.core.logo.SequenceLogo;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.page.Html;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.trainer.experiment.FactorMatches;

/**
 * Every first-layer filter of a model as a logo, as the paper's Figures 2, 3 and 5: relevant match,
 * any match or none, told by sign, frame and words, not by colour alone.
 */
final class FilterGalleryFigure {

  /** Filters drawn; a layer may have thousands. */
  static final int MOST_FILTERS = 128;

  private static final Panels PANELS = new Panels(5, 174, 100, 44);
  private static final double EDGE = 2; // half a thick frame stands out
  private static final double TILE_WIDTH = 164;
  private static final double TILE_HEIGHT = 90;
  private static final double LOGO_HEIGHT = 52;
  private static final double COLUMN = 20;
  private static final double LETTERS = 100;

  private final TrainedTrial trained;
  private final Interpretation found;
  private final Map<String, Set<Integer>> filtersOfFactor;
  private final double scale;

  private FilterGalleryFigure(TrainedTrial trained, ModelFolders folders) {
    this.trained = trained;
    Artifact folder = folders.interpretationFolder(trained);
    this.found = folders.interpretation(folder);
    this.filtersOfFactor =
        FactorMatches.read(folder, found, found.primaryRule(), found.primaryClip()).filters();
    int widest = found.filters().stream().mapToInt(f -> f.matrix().size()).max().orElse(1);
    this.scale = Math.min(1, (TILE_WIDTH - 16) / (COLUMN * Math.max(1, widest)));
  }

  static Figure draw(TrainedTrial trained, ModelFolders folders) {
    FilterGalleryFigure figure = new FilterGalleryFigure(trained, folders);
    int drawn = Math.min(MOST_FILTERS, figure.found.filters().size());
    return new Figure(
        "First-layer filters of " + trained.architecture() + ", trial " + trained.trial(),
        PANELS.width(),
        PANELS.height(drawn),
        figure.content(drawn));
  }

  private String content(int drawn) {
    Canvas canvas = new Canvas();
    canvas.text(0, 14, "title", trained.architecture());
    canvas.text(8.4 * trained.architecture().length() + 10, 14, "small", summary(drawn));
    canvas.text(
        0,
        32,
        "small",
        "● thick frame: a factor of the dataset  ·  ○ thin frame: another JASPAR motif  ·  – dotted: no"
            + " match  ·  × shaded: dead");
    for (int i = 0; i < drawn; i++) {
      Canvas tile = new Canvas();
      tile(tile, found.filters().get(i));
      canvas.drawing(EDGE + PANELS.left(i), PANELS.top(i), 1, tile.content());
    }
    return canvas.content();
  }

  private String summary(int drawn) {
    String text =
        "trial "
            + trained.trial()
            + ": "
            + Html.number(found.jasparMatchPercent(), 0)
            + " % match JASPAR";
    if (found.relevantMatchPercent().isPresent()) {
      text +=
          ", "
              + Html.number(found.relevantMatchPercent().getAsDouble(), 0)
              + " % a factor of the dataset";
    }
    text += " (" + found.primaryRule().label() + " rule, " + found.primaryClip().label() + " clip)";
    return drawn < found.filterCount() ? text + "; the first " + drawn + " filters" : text;
  }

  private void tile(Canvas canvas, FilterFinding filter) {
    List<String> factors = factors(filter.filter());
    boolean matched = !filter.matches().isEmpty();
    String kind =
        !filter.hasMotif() ? "dead" : !factors.isEmpty() ? "relevant" : matched ? "any" : "none";
    canvas.rectangle(0, 0, TILE_WIDTH, TILE_HEIGHT, "tile-" + kind);
    if (filter.hasMotif()) logo(canvas, filter);
    canvas.text(8, TILE_HEIGHT - 9, "small", Integer.toString(filter.filter()));
    canvas.text(30, TILE_HEIGHT - 9, kind, words(filter, kind, factors));
  }

  private static String words(FilterFinding filter, String kind, List<String> factors) {
    return switch (kind) {
      case "dead" -> filter.dead() ? "× never fired" : "× no whole window";
      case "relevant" -> "● " + shortened(String.join(", ", factors));
      case "any" -> "○ " + shortened(filter.matches().get(0).targetName());
      default -> "–";
    };
  }

  private static String shortened(String name) {
    return name.length() <= 17 ? name : name.substring(0, 16) + "…";
  }

  private List<String> factors(int filter) {
    List<String> matched = new ArrayList<>();
    filtersOfFactor.forEach(
        (factor, filters) -> {
          if (filters.contains(filter)) matched.add(factor);
        });
    return matched;
  }

  /** All logos of a layer in one scale, letters no higher than a tile has room for. */
  private void logo(Canvas canvas, FilterFinding filter) {
    double[][] rows =
        filter.matrix().stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    SequenceLogo logo = SequenceLogo.ofMotif(PositionProbabilityMatrix.normalized(rows));
    double height = Math.min(LOGO_HEIGHT, LETTERS * scale * 1.6);
    canvas.stretched(8, 8 + LOGO_HEIGHT - height, scale, height / LETTERS, logo.toGroup());
  }
}
