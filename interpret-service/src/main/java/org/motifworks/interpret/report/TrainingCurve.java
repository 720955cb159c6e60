package org.motifworks.interpret.report;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.motifworks.contracts.model.TrainingHistory.Epoch;
import org.motifworks.core.page.Html;

/** Training and validation loss by epoch, as a drawing. */
final class TrainingCurve {
  private static final double WIDTH = 760;
  private static final double HEIGHT = 250;
  private static final double LEFT = 52;
  private static final double RIGHT = 96;
  private static final double TOP = 14;
  private static final double BOTTOM = 40;

  private final List<Epoch> epochs;
  private final double low;
  private final double high;

  private TrainingCurve(List<Epoch> epochs) {
    this.epochs = epochs;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (Epoch epoch : epochs) {
      least = Math.min(least, Math.min(epoch.trainingLoss(), epoch.validationLoss()));
      most = Math.max(most, Math.max(epoch.trainingLoss(), epoch.validationLoss()));
    }
    double step = step(most - least);
    this.low = Math.floor(least / step) * step;
    this.high = Math.max(low + step, Math.ceil(most / step) * step);
  }

  static String html(ReportInput input) {
    List<Epoch> epochs = input.history().epochs();
    String note =
        "Binary cross-entropy, mean over classes. The weights kept are those of epoch "
            + input.model().bestEpoch()
            + " of "
            + input.model().epochs()
            + ", where the validation loss was lowest ("
            + Html.number(input.model().validationLoss(), 4)
            + ").";
    if (epochs.isEmpty()) return "";
    String drawing = new TrainingCurve(epochs).svg(input.model().bestEpoch());
    return Report.section("Training", note, "<div class=\"curve\">" + drawing + "</div>\n");
  }

  private String svg(int best) {
    StringBuilder svg = new StringBuilder("<g class=\"chart\">");
    double step = step(high - low);
    for (int i = 0; low + i * step <= high + step / 2; i++) horizontal(svg, low + i * step, step);
    int every = Math.max(1, (int) step(epochs.size() - 1.0));
    for (Epoch epoch : epochs) {
      if (epoch.epoch() % every == 0 || epochs.size() == 1) vertical(svg, epoch.epoch());
    }
    label(svg, (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", "epoch");
    epochs.stream()
        .filter(epoch -> epoch.epoch() == best)
        .findFirst()
        .ifPresent(epoch -> mark(svg, epoch));
    line(svg, "training", Epoch::trainingLoss);
    line(svg, "validation", Epoch::validationLoss);
    legend(svg);
    return Html.drawing("Loss by epoch", WIDTH, HEIGHT, svg.append("</g>").toString());
  }

  private void horizontal(StringBuilder svg, double value, double step) {
    double y = y(value);
    svg.append("<line class=\"grid\" x1=\"").append(at(LEFT)).append("\" y1=\"").append(at(y));
    svg.append("\" x2=\"").append(at(WIDTH - RIGHT)).append("\" y2=\"").append(at(y));
    svg.append("\"/>");
    int decimals = Math.max(0, (int) Math.ceil(-Math.log10(step) - 1e-9));
    label(svg, LEFT - 8, y + 4, "end", Html.number(value, decimals));
  }

  private void vertical(StringBuilder svg, int epoch) {
    label(svg, x(epoch), HEIGHT - BOTTOM + 18, "middle", String.valueOf(epoch));
  }

  private void mark(StringBuilder svg, Epoch epoch) {
    double x = x(epoch.epoch());
    svg.append("<line class=\"best\" x1=\"").append(at(x)).append("\" y1=\"").append(at(TOP));
    svg.append("\" x2=\"").append(at(x)).append("\" y2=\"").append(at(HEIGHT - BOTTOM));
    svg.append("\"/><circle class=\"best\" cx=\"").append(at(x)).append("\" cy=\"");
    svg.append(at(y(epoch.validationLoss()))).append("\" r=\"4\"/>");
  }

  private void line(StringBuilder svg, String style, ToDoubleFunction<Epoch> loss) {
    svg.append("<polyline class=\"").append(style).append("\" points=\"");
    for (Epoch epoch : epochs) {
      svg.append(at(x(epoch.epoch()))).append(',').append(at(y(loss.applyAsDouble(epoch))));
      svg.append(' ');
    }
    svg.append("\"/>");
  }

  /** Names beside the ends of the lines, kept apart when the lines end together. */
  private void legend(StringBuilder svg) {
    Epoch last = epochs.get(epochs.size() - 1);
    double training = y(last.trainingLoss());
    double validation = y(last.validationLoss());
    double apart = 15 - Math.abs(training - validation);
    if (apart > 0) {
      boolean trainingAbove = training < validation;
      training += (trainingAbove ? -1 : 1) * apart / 2;
      validation += (trainingAbove ? 1 : -1) * apart / 2;
    }
    name(svg, "training", training);
    name(svg, "validation", validation);
  }

  private static void name(StringBuilder svg, String name, double y) {
    svg.append("<text class=\"").append(name).append("\" x=\"").append(at(WIDTH - RIGHT + 10));
    svg.append("\" y=\"").append(at(y + 4)).append("\">").append(name).append("</text>");
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append("<text x=\"").append(at(x)).append("\" y=\"").append(at(y));
    svg.append("\" text-anchor=\"").append(anchor).append("\">").append(text).append("</text>");
  }

  private double x(int epoch) {
    int last = Math.max(2, epochs.get(epochs.size() - 1).epoch());
    return LEFT + 6 + (WIDTH - RIGHT - LEFT - 12) * (epoch - 1) / (last - 1.0);
  }

  private double y(double loss) {
    return TOP + (HEIGHT - BOTTOM - TOP) * (high - loss) / (high - low);
  }

  private static String at(double value) {
    return Html.number(value, 1);
  }

  /** A step of 1, 2 or 5 times a power of ten that cuts a range into four to ten. */
  private static double step(double range) {
    if (!(range > 0)) return 1;
    double power = Math.pow(10, Math.floor(Math.log10(range / 4)));
    double steps = range / 4 / power;
    return power * (steps >= 5 ? 5 : steps >= 2 ? 2 : 1);
  }
}
