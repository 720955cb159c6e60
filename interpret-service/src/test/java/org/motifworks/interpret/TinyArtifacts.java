package org.motifworks.interpret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.contracts.model.ImportedModel;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.drift.DriftCounts;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.simulation.SimulatedDataset;
import org.motifworks.core.simulation.SimulationSettings;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.FolderArtifactStore;
import org.motifworks.kit.artifact.Staging;

/**
 * A store with a small simulated dataset and a small model trained on it; see {@code
 * tiny/README.md}.
 */
public record TinyArtifacts(ArtifactStore store, ArtifactRef dataset, ArtifactRef model) {

  /** Puts them into a store in a folder; again into the same folder gives the same. */
  public static TinyArtifacts in(Path folder) {
    ArtifactStore store = new FolderArtifactStore(folder);
    ArtifactRef dataset = dataset(store);
    return new TinyArtifacts(store, dataset, watchedModel(store, dataset));
  }

  /** The same with the model whose three layers pool nothing before the last. */
  public static TinyArtifacts deep(Path folder) {
    ArtifactStore store = new FolderArtifactStore(folder);
    return new TinyArtifacts(store, dataset(store), deepModel(store));
  }

  /** That model in a store. */
  public static ArtifactRef deepModel(ArtifactStore store) {
    return model(store, "models/tiny/deep", "deep", "");
  }

  /** Another model in the same store, one of its files replaced by rubbish; none for "". */
  public static ArtifactRef model(ArtifactStore store, String key, String corrupted) {
    return model(store, key, "model", corrupted);
  }

  /**
   * Another model in the same store, some of its files changed; a file that is not there is added.
   */
  public static ArtifactRef changed(
      ArtifactStore store, String key, Map<String, UnaryOperator<byte[]>> changes) {
    try (Staging staging = store.stage(key)) {
      copy("model", staging.folder(), "");
      for (Map.Entry<String, UnaryOperator<byte[]>> change : changes.entrySet()) {
        Path file = staging.folder().resolve(change.getKey());
        byte[] before = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        Files.write(file, change.getValue().apply(before));
      }
      return staging.commit("model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An imported model: the graph of scores of a model that is there, and nothing else of it. */
  public static ArtifactRef imported(ArtifactStore store, String key, ArtifactRef of) {
    try (Staging staging = store.stage(key)) {
      Files.copy(
          store.open(of).file(ModelFiles.PREDICT), staging.folder().resolve(ModelFiles.PREDICT));
      List<String> classes = IntStream.rangeClosed(1, 12).mapToObj(c -> "class-" + c).toList();
      Files.write(
          staging.folder().resolve(ModelFiles.IMPORTED),
          Json.mapper().writeValueAsBytes(ImportedModel.of(classes, 100)));
      return staging.commit("model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The model with what drift is measured against, as training leaves it. */
  private static ArtifactRef watchedModel(ArtifactStore store, ArtifactRef dataset) {
    try (Staging staging = store.stage("models/tiny/1");
        Dataset opened = Dataset.open(store.open(dataset).folder())) {
      copy("model", staging.folder(), "");
      int classes = opened.description().classes().size();
      DriftCounts counts = new DriftCounts(classes);
      MappedByteMatrix training = opened.split(Split.TRAIN).sequences();
      for (int i = 0; i < training.rows(); i++) counts.addSequence(training.row(i));
      Files.write(
          staging.folder().resolve(ModelFiles.DRIFT),
          Json.mapper().writeValueAsBytes(DriftReference.of(counts, classes, 0)));
      return staging.commit("model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArtifactRef model(
      ArtifactStore store, String key, String resource, String corrupted) {
    try (Staging staging = store.stage(key)) {
      copy(resource, staging.folder(), corrupted);
      return staging.commit("model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void copy(String resource, Path folder, String corrupted) throws IOException {
    Path source = Path.of("src/test/resources/tiny", resource);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = folder.resolve(source.relativize(file).toString());
        Files.createDirectories(target.getParent());
        if (file.endsWith(corrupted) && !corrupted.isEmpty()) {
          Files.writeString(target, "this is no graph");
        } else {
          Files.copy(file, target);
        }
      }
    }
  }

  private static ArtifactRef dataset(ArtifactStore store) {
    SimulationSettings settings = SimulationSettings.paper(1).withSequences(400).withLength(100);
    try (Staging staging = store.stage("datasets/tiny/1")) {
      SimulatedDataset.write(staging.folder(), settings, done -> {});
      return staging.commit("dataset");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
