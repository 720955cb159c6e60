package org.motifworks.trainer.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.motifworks.contracts.model.TrainingHistory.Epoch;

/** Loss by epoch: a panel an architecture, all its trials. */
final class LearningCurvesFigure {

  private static final Panels PANELS = new Panels(4, 215, 178, 26);
  private static final double PLOT_LEFT = 38;
  private static final double PLOT_RIGHT = 203;
  private static final double PLOT_TOP = 26;
  private static final double PLOT_BOTTOM = 138;

  private record Trial(List<Epoch> epochs, int best) {}

  private final Map<String, List<Trial>> trials = new LinkedHashMap<>();

  private LearningCurvesFigure(ReportInput input, ModelFolders folders) {
    for (String name : input.experiment().architectures()) {
      for (TrainedTrial trained : input.trained()) {
        if (!trained.architecture().equals(name)) continue;
        List<Epoch> epochs = folders.history(trained).epochs();
        if (epochs.isEmpty()) continue;
        trials
            .computeIfAbsent(name, key -> new ArrayList<>())
            .add(new Trial(epochs, trained.model().bestEpoch()));
      }
    }
  }

  static Figure draw(ReportInput input, ModelFolders folders) {
    LearningCurvesFigure figure = new LearningCurvesFigure(input, folders);
    return new Figure(
        "Loss by epoch", PANELS.width(), PANELS.height(figure.trials.size()), figure.content());
  }

  private String content() {
    Canvas canvas = new Canvas();
    canvas
        .line(0, 8, 24, 8, "validation")
        .text(30, 12, "small", "validation loss, its lowest marked");
    canvas.line(238, 8, 262, 8, "training").text(268, 12, "small", "training loss (with dropout)");
    Axis loss = lossAxis();
    int longest = (int) all(Epoch::epoch).stream().mapToDouble(v -> v).max().orElse(2);
    Axis epoch = new Axis(1, Math.max(2, longest), PLOT_LEFT, PLOT_RIGHT);
    int index = 0;
    for (Map.Entry<String, List<Trial>> each : trials.entrySet()) {
      Canvas panel = new Canvas();
      panel(panel, each.getKey(), each.getValue(), epoch, loss);
      canvas.drawing(PANELS.left(index), PANELS.top(index), 1, panel.content());
      index++;
    }
    return canvas.content();
  }

  private static void panel(Canvas canvas, String name, List<Trial> trials, Axis epoch, Axis loss) {
    canvas.text(PLOT_LEFT, 16, "title", name);
    for (double tick : loss.ticks()) {
      canvas.line(PLOT_LEFT, loss.at(tick), PLOT_RIGHT, loss.at(tick), "grid");
      canvas.text(PLOT_LEFT - 6, loss.at(tick) + 4, "small end", loss.label(tick));
    }
    canvas.text(PLOT_LEFT, PLOT_BOTTOM + 16, "small middle", "1");
    canvas.text(PLOT_RIGHT, PLOT_BOTTOM + 16, "small middle", Integer.toString((int) epoch.high()));
    canvas.text((PLOT_LEFT + PLOT_RIGHT) / 2, PLOT_BOTTOM + 16, "small middle", "epoch");
    for (Trial trial : trials) line(canvas, trial, Epoch::trainingLoss, "training", epoch, loss);
    for (Trial trial : trials)
      line(canvas, trial, Epoch::validationLoss, "validation", epoch, loss);
    for (Trial trial : trials) {
      for (Epoch each : trial.epochs()) {
        if (each.epoch() != trial.best()) continue;
        canvas.circle(epoch.at(each.epoch()), loss.at(each.validationLoss()), 3.5, "best");
      }
    }
  }

  private static void line(
      Canvas canvas,
      Trial trial,
      ToDoubleFunction<Epoch> value,
      String style,
      Axis epoch,
      Axis loss) {
    canvas.polyline(
        trial.epochs().stream()
            .map(e -> new Canvas.Point(epoch.at(e.epoch()), loss.at(value.applyAsDouble(e))))
            .toList(),
        style);
  }

  /** One scale for all panels, or they could not be compared. */
  private Axis lossAxis() {
    List<Double> losses = all(Epoch::trainingLoss);
    losses.addAll(all(Epoch::validationLoss));
    double low = losses.stream().mapToDouble(v -> v).min().orElse(0);
    double high = losses.stream().mapToDouble(v -> v).max().orElse(1);
    return Axis.around(low, high, PLOT_BOTTOM, PLOT_TOP);
  }

  private List<Double> all(ToDoubleFunction<Epoch> value) {
    List<Double> values = new ArrayList<>();
    for (List<Trial> of : trials.values()) {
      for (Trial trial : of) {
        for (Epoch epoch : trial.epochs()) values.add(value.applyAsDouble(epoch));
      }
    }
    return values;
  }
}
