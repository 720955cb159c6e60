package org.motifworks.interpret.api;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.interpretation.ClipRule;
import org.motifworks.contracts.interpretation.FilterFinding;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.interpret.interpretation.Interpretations;
import org.motifworks.interpret.interpretation.Interpretations.Found;
import org.motifworks.interpret.registry.ModelSource;
import org.motifworks.interpret.registry.TrainedModel;
import org.motifworks.interpret.registry.TrainedModel.InterpretationState;
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
   *     interpretation.failed} (404), {@code model.imported} (409), {@code trainer.unavailable}
   *     (503)
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
   * The filters of a layer.
   *
   * @param layer 1-based
   * @throws Problem {@code layer.unknown} (404)
   */
  static List<FilterFinding> filters(Interpretation interpretation, int layer) {
    return interpretation
        .filtersOf(layer)
        .orElseThrow(
            () ->
                new Problem(
                    404,
                    "layer.unknown",
                    "No such layer",
                    "The filters of layer " + layer + " were not read as motifs.",
                    "Filters of layers 1 to "
                        + (1 + interpretation.deeperLayers().size())
                        + " were; after a layer that pools there are none."));
  }

  /**
   * One filter of an interpretation that has a motif.
   *
   * @throws Problem {@code layer.unknown}, {@code filter.unknown}, {@code filter.dead} (404)
   */
  static FilterFinding living(Interpretation interpretation, int layer, int index) {
    List<FilterFinding> filters = filters(interpretation, layer);
    if (index < 0 || index >= filters.size()) {
      throw new Problem(
          404,
          "filter.unknown",
          "No such filter",
          "There is no filter " + index + "; the layer has " + filters.size() + ".",
          "Filters are numbered from 0.");
    }
    if (filters.get(index).hasMotif()) return filters.get(index);
    throw new Problem(
        404,
        "filter.dead",
        "A filter without a motif",
        "Filter " + index + " never fired on the test split, so it has no motif.",
        "Choose another filter.");
  }

  /**
   * A saliency rule by its label; guided when none is asked for.
   *
   * @throws Problem {@code saliency.no-plain-gradient} (404)
   */
  static SaliencyRule saliencyRule(String asked, Interpretation interpretation) {
    if (asked == null || asked.equals(SaliencyRule.GUIDED.label())) return SaliencyRule.GUIDED;
    if (!asked.equals(SaliencyRule.PLAIN.label())) throw choice("rule", asked, "guided or plain");
    if (interpretation.saliency().plain().isPresent()) return SaliencyRule.PLAIN;
    throw noPlainGradient(404);
  }

  /** A model of before the plain gradient was exported. */
  static Problem noPlainGradient(int status) {
    return new Problem(
        status,
        "saliency.no-plain-gradient",
        "A model without a plain gradient",
        "The model was exported by a version that wrote the guided gradient alone.",
        "Ask for the guided gradient, or train the model again.");
  }

  /** A rule by its label; the primary one when none is asked for. */
  static FilterRule rule(String asked, Interpretation interpretation) {
    if (asked == null) return interpretation.primaryRule();
    for (FilterRule rule : FilterRule.values()) if (rule.label().equals(asked)) return rule;
    throw choice("rule", asked, "code or text");
  }

  /** A clip by its label; likewise. */
  static ClipRule clip(String asked, Interpretation interpretation) {
    if (asked == null) return interpretation.primaryClip();
    for (ClipRule clip : ClipRule.values()) if (clip.label().equals(asked)) return clip;
    throw choice("clip", asked, "plain or sharpened");
  }

  static Problem choice(String name, String asked, String allowed) {
    return new Problem(
        400,
        "request.invalid-choice",
        "A choice that there is not",
        name + " is '" + asked + "'.",
        "It may be " + allowed + ".");
  }

  private Problem notThere(String ref) {
    Optional<InterpretationState> state = models.ask(ref).interpretation();
    if (state.flatMap(InterpretationState::problemCode).filter(OneGraph.CODE::equals).isPresent()) {
      return OneGraph.lacks("Its filters are not known, and so there is no interpretation of them");
    }
    boolean failed = state.filter(found -> found.state().equals("FAILED")).isPresent();
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
