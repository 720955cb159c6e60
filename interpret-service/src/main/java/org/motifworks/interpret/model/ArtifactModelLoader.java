package org.motifworks.interpret.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyFloatArray;
import org.motifworks.core.npy.NpyFormatException;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;

/**
 * Loads models from the artifact store. A model is let in only when it repeats, on this machine,
 * the sample it was shipped with.
 */
final class ArtifactModelLoader implements ModelLoader {
  private static final Logger LOG = Logger.getLogger(ArtifactModelLoader.class);
  // Wide enough for a GPU's reduced precision, far below what a wrong graph gives.
  private static final double SAMPLE_TOLERANCE = 5e-3;

  private final ArtifactStore store;
  private final OnnxRuntime runtime;

  ArtifactModelLoader(ArtifactStore store, OnnxRuntime runtime) {
    this.store = store;
    this.runtime = runtime;
  }

  @Override
  public LoadedModel load(ArtifactRef ref) {
    Artifact artifact = store.open(ref);
    ModelDescription description = description(artifact);
    Optional<DriftReference> drift = drift(artifact, description.classes().size());
    InferenceSession session =
        LookUpInferenceSession.open(runtime, artifact.folder(), description.classes().size());
    try {
      checkSample(artifact, session, description);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
    LOG.infof(
        "model %s (%s, %d classes, %d nt) is loaded on %s",
        ref.key(),
        description.architecture().name(),
        description.classes().size(),
        description.window(),
        runtime.device());
    return new LoadedModel(ref, description, drift, session, graphBytes(artifact));
  }

  private static ModelDescription description(Artifact artifact) {
    ModelDescription description = read(artifact, ModelFiles.DESCRIPTION, ModelDescription.class);
    if (ModelDescription.FORMAT.equals(description.format())) return description;
    throw new InferenceException(
        "model.corrupt",
        "model.json has format "
            + description.format()
            + ", this version reads "
            + ModelDescription.FORMAT);
  }

  private static Optional<DriftReference> drift(Artifact artifact, int classes) {
    if (artifact.manifest().files().stream().noneMatch(f -> f.path().equals(ModelFiles.DRIFT))) {
      return Optional.empty();
    }
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
      Artifact artifact, InferenceSession session, ModelDescription description) {
    try (MappedByteMatrix sequences =
        MappedByteMatrix.open(artifact.file(ModelFiles.SAMPLE_SEQUENCES))) {
      NpyFloatArray expected = NpyReader.readFloats(artifact.file(ModelFiles.SAMPLE_LOGITS));
      TokenBatch batch = new TokenBatch((int) sequences.rows(), description.window());
      for (int row = 0; row < sequences.rows(); row++) batch.add(sequences.row(row));
      float[] logits = session.predict(batch).logits();
      if (logits.length != expected.values().length) {
        throw new InferenceException(
            "model.corrupt", "predict.onnx gives " + logits.length + " logits for the sample");
      }
      for (int i = 0; i < logits.length; i++) {
        double difference = Math.abs(logits[i] - expected.values()[i]);
        if (difference <= SAMPLE_TOLERANCE) continue; // false for NaN
        throw new InferenceException(
            "model.corrupt",
            "predict.onnx gives " + logits[i] + " where its sample says " + expected.values()[i]);
      }
    } catch (NpyFormatException | IllegalArgumentException e) {
      throw new InferenceException("model.corrupt", "the sample: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException("the sample of " + artifact.ref().key(), e);
    }
  }

  private static long graphBytes(Artifact artifact) {
    return artifact.manifest().files().stream()
        .filter(file -> file.path().endsWith(".onnx"))
        .mapToLong(file -> file.bytes())
        .sum();
  }
}
