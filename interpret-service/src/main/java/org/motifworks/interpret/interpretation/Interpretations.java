package org.motifworks.interpret.interpretation;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.InterpretationSettings;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.model.TrainingHistory;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.interpret.model.ModelCache;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.problem.Problem;

/**
 * Interpretations in the artifact store. Their key is made of the model's hash and the settings'
 * digest: whoever asks for the same gets the same, and nothing is made twice.
 */
@ApplicationScoped
public class Interpretations {
  private static final int REMEMBERED = 16;

  private final ArtifactStore store;
  private final ModelCache models;
  private final InterpretationSettings settings = InterpretationSettings.paper();
  private final Map<ArtifactRef, Interpretation> read =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<ArtifactRef, Interpretation> eldest) {
              return size() > REMEMBERED;
            }
          });

  Interpretations(ArtifactStore store, ModelCache models) {
    this.store = store;
    this.models = models;
  }

  /** How this service interprets. */
  public InterpretationSettings settings() {
    return settings;
  }

  /** An interpretation with the folder its files lie in. */
  public record Found(Interpretation interpretation, Artifact artifact) {}

  /** The interpretation of a model, if it has been made, now or by an earlier version. */
  public Optional<Found> find(ArtifactRef model) {
    return Stream.concat(Stream.of(settings), settings.before().stream())
        .flatMap(version -> store.find(key(model, version)).stream())
        .findFirst()
        .map(this::open);
  }

  /**
   * The interpretation of a model, made now unless it is there.
   *
   * @throws org.motifworks.kit.problem.Problem {@code artifact.missing}, {@code artifact.corrupt}
   * @throws org.motifworks.interpret.model.InferenceException {@code model.corrupt} and others
   * @throws org.motifworks.kit.artifact.StoreUnavailable when trying again may help
   */
  public Found findOrMake(ArtifactRef model, ArtifactRef dataset) throws IOException {
    Optional<Found> made = store.find(key(model, settings)).map(this::open);
    if (made.isPresent()) return made.get();
    Artifact modelArtifact = store.open(model);
    Artifact datasetArtifact = store.open(dataset);
    try (ModelLease lease = models.acquire(model);
        Dataset data = Dataset.open(datasetArtifact.folder());
        Staging staging = store.stage(key(model, settings))) {
      Interpreter.Subject subject =
          new Interpreter.Subject(
              lease.description().trained().orElseThrow(),
              history(modelArtifact.file(ModelFiles.HISTORY)),
              lease.session(),
              model.manifestSha256(),
              data,
              dataset.manifestSha256());
      new Interpreter(settings).interpret(subject, staging.folder());
      return open(commit(staging, model));
    }
  }

  /**
   * Another replica, perhaps on another kind of device, may have been faster: its result stands.
   */
  private ArtifactRef commit(Staging staging, ArtifactRef model) {
    try {
      return staging.commit("interpretation");
    } catch (Problem e) {
      if (!e.code().equals("artifact.conflict")) throw e;
      return store.find(key(model, settings)).orElseThrow(() -> e);
    }
  }

  private Found open(ArtifactRef ref) {
    Artifact artifact = store.open(ref);
    Interpretation interpretation =
        read.computeIfAbsent(
            ref, missing -> read(artifact.file(InterpretationFiles.INTERPRETATION)));
    return new Found(interpretation, artifact);
  }

  private static String key(ArtifactRef model, InterpretationSettings settings) {
    return "interpretations/"
        + model.manifestSha256().substring(0, 16)
        + "-"
        + settings.digest().substring(0, 16);
  }

  private static Interpretation read(Path file) {
    try {
      return Json.mapper().readValue(Files.readAllBytes(file), Interpretation.class);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static TrainingHistory history(Path file) throws IOException {
    return Json.mapper().readValue(Files.readAllBytes(file), TrainingHistory.class);
  }
}
