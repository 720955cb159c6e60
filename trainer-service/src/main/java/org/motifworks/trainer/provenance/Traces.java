package org.motifworks.trainer.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.trainer.provenance.ModelTrace.Stage;
import org.motifworks.trainer.provenance.ModelTrace.State;
import org.motifworks.trainer.registry.ImportOrigin;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.run.RunView;

/** Follows a model back to its origin, through what the artifacts say of themselves. */
@ApplicationScoped
class Traces {

  private static final String INTERPRETATION = "interpretation.json";

  private final ArtifactStore store;

  Traces(ArtifactStore store) {
    this.store = store;
  }

  /**
   * The chain of one model. A stage that is missing or damaged is told as broken; the others are
   * still shown.
   *
   * @param verify whether every byte of every artifact is read again; takes as long as that takes
   */
  ModelTrace of(ModelView model, RunView run, boolean verify) {
    ArtifactRef datasetRef = model.dataset().ref();
    Evidence dataset = Evidence.of(store, datasetRef, DatasetDescription.FILE, verify);
    Evidence trained = Evidence.of(store, model.ref(), ModelFiles.DESCRIPTION, verify);
    List<Stage> stages = new ArrayList<>();
    stages.add(source(dataset.description().path("provenance")));
    stages.add(dataset.stage("dataset", inputs(dataset), List.of("classes", "window", "splits")));
    stages.add(run(run, datasetRef, trained.description()));
    stages.add(
        trained.stage(
            "model",
            List.of(datasetRef.manifestSha256()),
            List.of("epochs", "bestEpoch", "validationLoss", "exportCheck")));
    Optional.ofNullable(model.interpretation().ref())
        .map(ref -> interpretation(Evidence.of(store, ref, INTERPRETATION, verify), model))
        .ifPresent(stages::add);
    boolean whole = stages.stream().noneMatch(stage -> stage.state() == State.BROKEN);
    return new ModelTrace(model.id(), whole, stages);
  }

  /** An imported model leads back to the file it came from, and no further. */
  ModelTrace ofImported(ModelView model, boolean verify) {
    ImportOrigin origin = model.imported();
    ObjectNode told = Json.mapper().valueToTree(origin);
    told.put("at", model.createdAt().toString());
    Stage from =
        new Stage(
            "import",
            State.TOLD,
            Optional.empty(),
            Optional.empty(),
            List.of(origin.sha256()),
            told,
            List.of());
    Evidence found = Evidence.of(store, model.ref(), ModelFiles.IMPORTED, verify);
    boolean same =
        found.files().stream()
            .filter(file -> file.path().equals(ModelFiles.PREDICT))
            .anyMatch(file -> file.sha256().equals(origin.sha256()));
    if (!same && found.state() != State.BROKEN) found = found.broken("it is of another file");
    Stage kept = found.stage("model", List.of(origin.sha256()), List.of("classes", "window"));
    return new ModelTrace(model.id(), kept.state() != State.BROKEN, List.of(from, kept));
  }

  private static List<String> inputs(Evidence dataset) {
    return dataset.description().path("provenance").path("inputs").findValuesAsText("sha256");
  }

  private static Stage source(JsonNode provenance) {
    boolean told = provenance.isObject();
    return new Stage(
        "source",
        told ? State.TOLD : State.BROKEN,
        told ? Optional.empty() : Optional.of("dataset.json says nothing of its source"),
        Optional.empty(),
        provenance.path("inputs").findValuesAsText("sha256"),
        told ? provenance : NullNode.getInstance(),
        List.of());
  }

  /** The row says what was asked for, model.json what was done: both must be the same. */
  private static Stage run(RunView run, ArtifactRef dataset, JsonNode description) {
    JsonNode told = description.path("provenance");
    ObjectNode detail = Json.mapper().createObjectNode();
    detail.set("architecture", description.path("architecture"));
    if (told.isObject()) detail.setAll((ObjectNode) told);
    List<String> differing = new ArrayList<>();
    compare(
        "dataset",
        dataset.manifestSha256(),
        told.path("datasetManifestSha256").asText(),
        differing);
    compare("seed", run.seed(), told.path("seed").asLong(), differing);
    compare("threads", run.threads(), told.path("threads").asInt(), differing);
    compare("settings", tree(run.training()), told.path("settings"), differing);
    compare("architecture", tree(run.architecture()), description.path("architecture"), differing);
    return new Stage(
        "run",
        differing.isEmpty() ? State.AGREES : State.BROKEN,
        differing.isEmpty()
            ? Optional.empty()
            : Optional.of("model.json tells another " + String.join(", ", differing)),
        Optional.empty(),
        List.of(dataset.manifestSha256()),
        detail,
        List.of());
  }

  private static Stage interpretation(Evidence found, ModelView model) {
    JsonNode told = found.description().path("provenance");
    List<String> from =
        List.of(told.path("modelSha256").asText(), told.path("datasetSha256").asText());
    List<String> differing = new ArrayList<>();
    compare("model", model.ref().manifestSha256(), from.get(0), differing);
    compare("dataset", model.dataset().ref().manifestSha256(), from.get(1), differing);
    Stage stage = found.stage("interpretation", from, List.of("settings", "settingsDigest"));
    if (stage.state() == State.BROKEN || differing.isEmpty()) return stage;
    return found
        .broken("it was made from another " + String.join(" and ", differing))
        .stage("interpretation", from, List.of("settings", "settingsDigest"));
  }

  private static void compare(String name, Object expected, Object found, List<String> differing) {
    if (!expected.equals(found)) differing.add(name);
  }

  /** As it reads back from a file: numbers of a fresh tree may be of another type. */
  private static JsonNode tree(Object value) {
    try {
      return Json.mapper().readTree(Json.mapper().writeValueAsBytes(value));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
