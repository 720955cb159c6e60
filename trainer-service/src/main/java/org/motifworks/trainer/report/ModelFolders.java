package org.motifworks.trainer.report;

import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.motifworks.contracts.interpretation.Interpretation;
import org.motifworks.contracts.interpretation.SaliencyMap;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.model.TrainingHistory;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;

/** Reads the files of models and interpretations that figures are drawn from, when asked. */
@ApplicationScoped
class ModelFolders {

  private final ArtifactStore store;

  ModelFolders(ArtifactStore store) {
    this.store = store;
  }

  TrainingHistory history(TrainedTrial trained) {
    return json(model(trained), ModelFiles.HISTORY, Json.mapper().readerFor(TrainingHistory.class));
  }

  /**
   * Logits of the test split for some classes, read row by row.
   *
   * @param classes columns, 0-based
   * @return shape {@code [classes][N_test]}
   */
  float[][] testLogits(TrainedTrial trained, int... classes) {
    try {
      return NpyReader.readFloatColumns(model(trained).file(ModelFiles.TEST_LOGITS), classes);
    } catch (IOException e) {
      throw unreadable(ModelFiles.TEST_LOGITS, e);
    }
  }

  /** The interpretation's folder; only where {@link TrainedTrial#interpreted()}. */
  Artifact interpretationFolder(TrainedTrial trained) {
    return store.open(trained.model().interpretation().ref());
  }

  Interpretation interpretation(Artifact folder) {
    return json(folder, "interpretation.json", Json.mapper().readerFor(Interpretation.class));
  }

  /** The saliency of the interpretation's examples, in their order; none of a rule it lacks. */
  List<SaliencyMap> saliency(Artifact folder, SaliencyRule rule) {
    String file = rule == SaliencyRule.GUIDED ? "saliency.json" : "saliency-plain.json";
    if (folder.manifest().files().stream().noneMatch(entry -> entry.path().equals(file))) {
      return List.of();
    }
    return json(folder, file, Json.mapper().readerForListOf(SaliencyMap.class));
  }

  private Artifact model(TrainedTrial trained) {
    return store.open(trained.model().ref());
  }

  private static <T> T json(Artifact folder, String file, ObjectReader reader) {
    try {
      return reader.readValue(folder.file(file).toFile());
    } catch (IOException e) {
      throw unreadable(folder.ref().key() + "/" + file, e);
    }
  }

  private static UncheckedIOException unreadable(String what, IOException cause) {
    return new UncheckedIOException(what + " cannot be read", cause);
  }
}
