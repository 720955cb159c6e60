package org.motifworks.kit.artifact;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class FolderArtifactStoreTest extends ArtifactStoreContract {

  @TempDir Path root;

  @Override
  ArtifactStore emptyStore() {
    return new FolderArtifactStore(root);
  }

  @Override
  ArtifactStore sameStoreElsewhere() {
    return new FolderArtifactStore(root);
  }

  @Override
  void damage(String key, String file) throws IOException {
    Path path = root.resolve(key).resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    bytes[0] ^= 1;
    Files.write(path, bytes);
  }
}
