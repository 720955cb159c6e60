package org.motifworks.interpret.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.contracts.model.ImportedModel;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyFloatArray;
import org.motifworks.core.npy.NpyFormatException;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;

/**
 * Loads models from the artifact store. A model is let in only when all its graphs are such as may
 * be run, and it repeats, on this machine, the sample it was shipped with; an imported one, which
 * has none, passes a {@link TrialRun}.
 */
final class ArtifactModelLoader implements ModelLoader {
  private static final Logger LOG = Logger.getLogger(ArtifactModelLoader.class);
  // Wide enough for a GPU's reduced precision, far below what a wrong graph gives.
  private static final double SAMPLE_TOLERANCE = 5e-3;
  private static final int LARGEST_SAMPLE = 1024;

  private static final List<String> LATER =
      List.of(ModelFiles.FILTERS, ModelFiles.SALIENCY, ModelFiles.SALIENCY_PLAIN);

  private final ArtifactStore store;
  private final OnnxRuntime runtime;

  ArtifactModelLoader(ArtifactStore store, OnnxRuntime runtime) {
    this.store = store;
    this.runtime = runtime;
  }

  @Override
  public LoadedModel load(ArtifactRef ref) {
    Artifact artifact = store.open(ref);
    ModelOutline description = description(artifact);
    Optional<DriftReference> drift = drift(artifact, description.classes().size());
    checkGraphs(artifact, description);
    InferenceSession session =
        LookUpInferenceSession.open(
            runtime, artifact.folder(), description.window(), description.classes().size());
    try {
      if (description.trained().isPresent()) checkSample(artifact, session, description);
      else TrialRun.of(session, description);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    LOG.infof(
        "model %s (%s, %d classes, %d nt) is loaded on %s",
        ref.key(),
        description.name(),
        description.classes().size(),
        description.window(),
        runtime.device());
    return new LoadedModel(ref, description, drift, session);
  }

  /** Those that are opened later, if at all: what is wrong with them is known now. */
  private void checkGraphs(Artifact artifact, ModelOutline description) {
    int classes = description.classes().size();
    for (String name : LATER) {
      if (!has(artifact, name)) continue;
      runtime.check(
          artifact.file(name), OnnxInferenceSession.signature(name, description.window(), classes));
    }
  }

  private static boolean has(Artifact artifact, String name) {
    return artifact.manifest().files().stream().anyMatch(file -> file.path().equals(name));
  }

  private static ModelOutline description(Artifact artifact) {
    if (has(artifact, ModelFiles.IMPORTED)) {
      ImportedModel imported = read(artifact, ModelFiles.IMPORTED, ImportedModel.class);
      requireFormat(ModelFiles.IMPORTED, imported.format(), ImportedModel.FORMAT);
      return ModelOutline.of(imported);
    }
    ModelDescription trained = read(artifact, ModelFiles.DESCRIPTION, ModelDescription.class);
    requireFormat(ModelFiles.DESCRIPTION, trained.format(), ModelDescription.FORMAT);
    return ModelOutline.of(trained);
  }

  private static void requireFormat(String file, String found, String known) {
    if (known.equals(found)) return;
    throw new InferenceException(
        "model.corrupt", file + " has format " + found + ", this version reads " + known);
  }

  private static Optional<DriftReference> drift(Artifact artifact, int classes) {
    if (!has(artifact, ModelFiles.DRIFT)) return Optional.empty();
    DriftReference reference = read(artifact, ModelFiles.DRIFT, DriftReference.class);
    try {
      reference.counts(classes);
    } catch (IllegalArgumentException e) {
      throw new InferenceException("model.corrupt", e.getMessage(), e);
    }
    return Optional.of(reference);
  }

  private static <T> T read(Artifact artifact, String name, Class<T> type) {
    Path file = artifact.file(name);
    try {
      return Json.mapper().readValue(Files.readAllBytes(file), type);
    } catch (JsonProcessingException e) {
      throw new InferenceException("model.corrupt", name + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(file.toString(), e);
    }
  }

  private static void checkSample(
      Artifact artifact, InferenceSession session, ModelOutline description) {
    try (MappedByteMatrix sequences =
        MappedByteMatrix.open(artifact.file(ModelFiles.SAMPLE_SEQUENCES))) {
      if (sequences.rows() < 1 || sequences.rows() > LARGEST_SAMPLE) {
        throw new InferenceException(
            "model.corrupt",
            "the sample has %d sequences, not 1 to %d".formatted(sequences.rows(), LARGEST_SAMPLE));
      }
      NpyFloatArray expected = NpyReader.readFloats(artifact.file(ModelFiles.SAMPLE_LOGITS));
      TokenBatch batch = new TokenBatch((int) sequences.rows(), description.window());
      for (int row = 0; row < sequences.rows(); row++) batch.add(sequences.row(row));
      Prediction found = session.predict(batch);
      if (found.logits().length != expected.values().length) {
        throw new InferenceException(
            "model.corrupt",
            "predict.onnx gives " + found.logits().length + " logits for the sample");
      }
      for (int i = 0; i < found.logits().length; i++) {
        float wanted = expected.values()[i];
        requireClose("logit", found.logits()[i], wanted);
        requireClose("probability", found.probabilities()[i], 1 / (1 + Math.exp(-wanted)));
      }
    } catch (NpyFormatException | IllegalArgumentException e) {
      throw new InferenceException("model.corrupt", "the sample: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample of " + artifact.ref().key(), e);
    }
  }

  private static void requireClose(String what, float found, double expected) {
    if (Math.abs(found - expected) <= SAMPLE_TOLERANCE) return; // false for NaN
    throw new InferenceException(
        "model.corrupt",
        "predict.onnx gives the %s %s where its sample says %s".formatted(what, found, expected));
  }
}
