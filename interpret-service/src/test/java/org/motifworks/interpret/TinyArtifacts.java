package org.motifworks.interpret;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.motifworks.contracts.artifact.ArtifactRef;
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
    return new TinyArtifacts(store, dataset(store), model(store, "models/tiny/1", ""));
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

  private static ArtifactRef model(
      ArtifactStore store, String key, String resource, String corrupted) {
    try (Staging staging = store.stage(key)) {
      Path source = Path.of("src/test/resources/tiny", resource);
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path target = staging.folder().resolve(source.relativize(file).toString());
          Files.createDirectories(target.getParent());
          if (file.endsWith(corrupted) && !corrupted.isEmpty()) {
            Files.writeString(target, "this is no graph");
          } else {
            Files.copy(file, target);
          }
        }
      }
      return staging.commit("model");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
