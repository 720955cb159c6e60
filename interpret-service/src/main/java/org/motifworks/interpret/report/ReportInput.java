package org.motifworks.interpret.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.model.TrainingHistory;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.simulation.PaperTable1;

/**
 * All a report tells.
 *
 * @param saliency by rule, gradient and heights of the interpretation's examples, in their order
 * @param jaspar where the matched motifs are drawn from
 */
public record ReportInput(
    Interpretation interpretation,
    ModelDescription model,
    TrainingHistory history,
    Map<SaliencyRule, List<SaliencyMap>> saliency,
    JasparDatabase jaspar) {
  public ReportInput {
    saliency = Map.copyOf(saliency);
  }

  /** The paper's figures for this network; empty unless it learned the paper's twelve factors. */
  Optional<PaperTable1.Row> paper() {
    return PaperTable1.row(model.architecture().name(), model.classes());
  }
}
