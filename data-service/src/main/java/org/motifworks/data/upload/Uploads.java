package org.motifworks.data.upload;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;

/** Keeps uploaded files as artifacts until the dataset made of them has ended. */
@Singleton
public class Uploads {

  private final ArtifactStore store;

  Uploads(ArtifactStore store) {
    this.store = store;
  }

  /** Moves the files into the store and returns when they are safe there. */
  public ArtifactRef keep(String key, Map<String, Path> files) throws IOException {
    try (Staging staging = store.stage(key)) {
      for (Map.Entry<String, Path> file : files.entrySet()) {
        Files.move(file.getValue(), staging.folder().resolve(file.getKey()));
      }
      return staging.commit("upload");
    }
  }

  /** Frees their space; does nothing when they are gone. */
  public void discard(String key) {
    store.delete(key);
  }
}
