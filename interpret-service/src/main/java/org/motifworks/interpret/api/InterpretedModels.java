package org.motifworks.interpret.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.interpret.interpretation.Interpretations;
import org.motifworks.interpret.interpretation.Interpretations.Found;
import org.motifworks.interpret.model.ModelSource;
import org.motifworks.interpret.model.TrainedModel;
import org.motifworks.kit.problem.Problem;

/** Models by name together with what their filters mean. */
@ApplicationScoped
public class InterpretedModels {
  private final ModelSource models;
  private final Interpretations interpretations;

  InterpretedModels(ModelSource models, Interpretations interpretations) {
    this.models = models;
    this.interpretations = interpretations;
  }

  /**
   * The interpretation of a model, told with the model's ids.
   *
   * @throws Problem {@code model.unknown}, {@code interpretation.not-ready}, {@code
   *     interpretation.failed} (404), {@code trainer.unavailable} (503)
   */
  Found find(String ref) {
    TrainedModel model = models.find(ref);
    Optional<Found> found = interpretations.find(model.ref());
    if (found.isEmpty()) throw notThere(ref);
    Interpretation told =
        found
            .get()
            .interpretation()
            .of(model.id(), model.ref(), model.dataset().ref(), found.get().artifact().ref());
    return new Found(told, found.get().artifact());
  }

  /**
   * One filter of an interpretation.
   *
   * @throws Problem {@code filter.unknown} (404)
   */
  static FilterFinding filter(Interpretation interpretation, int index) {
    if (index >= 0 && index < interpretation.filterCount()) {
      return interpretation.filters().get(index);
    }
    throw new Problem(
        404,
        "filter.unknown",
        "No such filter",
        "There is no filter " + index + "; the layer has " + interpretation.filterCount() + ".",
        "Filters are numbered from 0.");
  }

  private Problem notThere(String ref) {
    boolean failed =
        models
            .ask(ref)
            .interpretation()
            .map(TrainedModel.InterpretationState::state)
            .filter("FAILED"::equals)
            .isPresent();
    if (failed) {
      return new Problem(
          404,
          "interpretation.failed",
          "A model that could not be interpreted",
          "Model '" + ref + "' could not be interpreted.",
          "GET /v1/models/" + ref + " says why. The model can still score.");
    }
    return new Problem(
        404,
        "interpretation.not-ready",
        "An interpretation that is still to come",
        "Model '" + ref + "' has not been interpreted yet.",
        "Try again in a few seconds, or follow /v1/events.");
  }
}
