package org.motifworks.kit.artifact;

import java.nio.file.Path;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;

/**
 * A verified artifact on the local disk. Read only.
 *
 * @param folder holds the files of the manifest
 */
public record Artifact(ArtifactRef ref, Path folder, Manifest manifest) {

  /**
   * One of its files.
   *
   * @throws org.motifworks.kit.problem.Problem {@code artifact.no-such-file} when the manifest does
   *     not list it
   */
  public Path file(String path) {
    if (manifest.files().stream().noneMatch(file -> file.path().equals(path))) {
      throw ArtifactProblems.noSuchFile(ref, path);
    }
    return folder.resolve(path);
  }
}
