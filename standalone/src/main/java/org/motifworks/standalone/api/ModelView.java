package org.motifworks.standalone.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A model as trainer-service shows it.
 *
 * @param classes names, in the order of the outputs
 * @param window nucleotides of a sequence
 * @param imported what file it came from; absent for a model that was trained here, which alone has
 *     an architecture, a dataset and figures
 * @param auRoc mean over classes on the test split; absent when undefined
 * @param selfCheckDifference largest difference between the engine and the exported ONNX
 */
public record ModelView(
    String id,
    Optional<JsonNode> architecture,
    Optional<JsonNode> dataset,
    List<String> classes,
    int window,
    Optional<Imported> imported,
    Optional<Named> named,
    OptionalLong seed,
    OptionalDouble auRoc,
    OptionalDouble auRocSd,
    OptionalDouble auPr,
    int epochs,
    OptionalInt bestEpoch,
    OptionalDouble selfCheckDifference,
    Optional<Interpretation> interpretation,
    Optional<Instant> createdAt) {

  public ModelView {
    architecture = Views.present(architecture);
    dataset = Views.present(dataset);
    classes = classes == null ? List.of() : List.copyOf(classes);
  }

  /** The file a model was imported from. */
  public record Imported(String file, String sha256, String actor) {}

  /** The name it was asked for by. */
  public record Named(String series, int version) {}

  /** What its filters mean, in numbers; percentages are of all filters. */
  public record Interpretation(
      String state,
      OptionalDouble jasparMatchPercent,
      OptionalDouble relevantMatchPercent,
      OptionalInt deadFilters,
      OptionalDouble saliencyAuRoc,
      Optional<String> problemDetail) {}

  public static ModelView of(JsonNode document) {
    return Views.read(document, ModelView.class);
  }

  public String architectureName() {
    return imported.isPresent() ? "imported" : Views.name(architecture);
  }

  /** The dataset's name, or that of the file it was imported from. */
  public String datasetName() {
    return imported.map(Imported::file).orElseGet(() -> Views.name(dataset));
  }

  public boolean isInterpreted() {
    return interpretation.filter(i -> i.state().equals("READY")).isPresent();
  }

  /** Whether interpretation came to an end, good or bad. */
  public boolean isSettled() {
    return interpretation.filter(i -> !i.state().equals("AWAITING")).isPresent();
  }
}
