package org.motifworks.kit.artifact;

import java.nio.file.Path;
import org.motifworks.contracts.artifact.ArtifactRef;

/** An artifact being written. Closing it without a commit throws its files away. */
public interface Staging extends AutoCloseable {

  /** Where to write: regular files in any sub-folders, named as {@link ArtifactRef} keys are. */
  Path folder();

  /**
   * Hashes every file, writes the manifest last, and makes the artifact visible in one step.
   *
   * <p>The same content under the same key again is the same artifact; nothing changes.
   *
   * @param kind {@code dataset}, {@code model}, {@code interpretation}, {@code upload}
   * @throws org.motifworks.kit.problem.Problem {@code artifact.conflict} when the key holds
   *     something else, {@code artifact.illegal-file} for a link, or a name that is no key
   */
  ArtifactRef commit(String kind);

  @Override
  void close();
}
