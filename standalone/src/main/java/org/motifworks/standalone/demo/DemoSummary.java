package org.motifworks.standalone.demo;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.motifworks.standalone.api.ModelView;

/**
 * {@code summary.json}: the experiment in numbers, for scripts.
 *
 * @param auRoc mean over classes on the test split
 * @param jasparMatchPercent filters with any match in JASPAR, of all
 * @param relevantMatchPercent filters that match a factor of the data
 * @param saliencyAuRoc how well saliency finds the embedded motifs
 * @param epochs run
 * @param report path of the HTML file
 * @param selfCheckDifference largest difference between the engine and the exported ONNX
 * @param model id
 * @param dataset id
 */
public record DemoSummary(
    String architecture,
    OptionalDouble auRoc,
    OptionalDouble auRocSd,
    OptionalDouble auPr,
    OptionalDouble jasparMatchPercent,
    OptionalDouble relevantMatchPercent,
    OptionalInt deadFilters,
    OptionalDouble saliencyAuRoc,
    int epochs,
    Seconds seconds,
    String report,
    OptionalDouble selfCheckDifference,
    String model,
    String dataset) {

  /** Wall time a phase; of the first time it was done, where it was found done. */
  public record Seconds(
      double start, double dataset, double training, double interpretation, double total) {}

  static DemoSummary of(ModelView model, String datasetId, Seconds seconds, String report) {
    Optional<ModelView.Interpretation> found = model.interpretation();
    return new DemoSummary(
        model.architectureName(),
        model.auRoc(),
        model.auRocSd(),
        model.auPr(),
        found.map(ModelView.Interpretation::jasparMatchPercent).orElse(OptionalDouble.empty()),
        found.map(ModelView.Interpretation::relevantMatchPercent).orElse(OptionalDouble.empty()),
        found.map(ModelView.Interpretation::deadFilters).orElse(OptionalInt.empty()),
        found.map(ModelView.Interpretation::saliencyAuRoc).orElse(OptionalDouble.empty()),
        model.epochs(),
        seconds,
        report,
        model.selfCheckDifference(),
        model.id(),
        datasetId);
  }
}
