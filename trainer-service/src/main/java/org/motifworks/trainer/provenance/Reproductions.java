package org.motifworks.trainer.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.job.JobState;
import org.motifworks.trainer.provenance.Reproduction.DifferingInput;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.run.RunView;

/** Compares a model with what its provenance, carried out again, has led to. */
@ApplicationScoped
class Reproductions {

  private final ArtifactStore store;

  Reproductions(ArtifactStore store) {
    this.store = store;
  }

  /**
   * @param original the model that {@code run} reproduces
   */
  Reproduction compare(RunView run, ModelView original) {
    if (run.state() != JobState.SUCCEEDED) {
      return new Reproduction(
          run.id(),
          original.id(),
          run.state(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of());
    }
    ArtifactRef again = run.model().orElseThrow().ref();
    Artifact first = store.open(original.ref());
    Artifact second = store.open(again);
    List<String> files = differing(first.manifest(), second.manifest());
    return new Reproduction(
        run.id(),
        original.id(),
        run.state(),
        Optional.of(files.stream().noneMatch(f -> f.startsWith(ModelFiles.WEIGHTS + "/"))),
        Optional.of(files.isEmpty()),
        files,
        differingInputs(description(first), description(second)));
  }

  /** Files that one has and the other has not, or has with another hash; by name. */
  static List<String> differing(Manifest first, Manifest second) {
    Map<String, String> ofFirst = hashes(first);
    Map<String, String> ofSecond = hashes(second);
    TreeSet<String> names = new TreeSet<>(ofFirst.keySet());
    names.addAll(ofSecond.keySet());
    names.removeIf(name -> ofFirst.getOrDefault(name, "").equals(ofSecond.get(name)));
    return List.copyOf(names);
  }

  private static Map<String, String> hashes(Manifest manifest) {
    Map<String, String> hashes = new TreeMap<>();
    manifest.files().forEach(file -> hashes.put(file.path(), file.sha256()));
    return hashes;
  }

  /** Provenance and architecture, field by field. */
  static List<DifferingInput> differingInputs(JsonNode first, JsonNode second) {
    List<DifferingInput> differing = new ArrayList<>();
    compare("architecture", first.path("architecture"), second.path("architecture"), differing);
    JsonNode ofFirst = first.path("provenance");
    JsonNode ofSecond = second.path("provenance");
    TreeSet<String> names = new TreeSet<>();
    ofFirst.fieldNames().forEachRemaining(names::add);
    ofSecond.fieldNames().forEachRemaining(names::add);
    for (String name : names) compare(name, ofFirst.path(name), ofSecond.path(name), differing);
    return differing;
  }

  private static void compare(
      String name, JsonNode first, JsonNode second, List<DifferingInput> differing) {
    if (first.equals(second)) return;
    differing.add(new DifferingInput(name, text(first), text(second)));
  }

  private static String text(JsonNode value) {
    return value.isMissingNode()
        ? "not told"
        : value.isTextual() ? value.asText() : value.toString();
  }

  private static JsonNode description(Artifact model) {
    try {
      return Json.mapper().readTree(model.file(ModelFiles.DESCRIPTION).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(model.ref().key() + " cannot be read", e);
    }
  }
}
