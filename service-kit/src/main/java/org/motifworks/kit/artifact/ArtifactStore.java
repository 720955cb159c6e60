package org.motifworks.kit.artifact;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;

/**
 * Keeps artifacts: folders of files under a key, immutable once committed.
 *
 * <p>Keys are those of {@link ArtifactRef}. Every method throws {@link StoreUnavailable} when the
 * store does not answer. Safe for any number of threads and processes.
 */
public interface ArtifactStore {

  /**
   * Makes an empty folder to write the files of an artifact into; nobody sees it before {@link
   * Staging#commit}.
   *
   * @throws IllegalArgumentException when {@code key} is no key
   */
  Staging stage(String key);

  /**
   * An artifact on the local disk, with the hash of every file checked.
   *
   * @throws org.motifworks.kit.problem.Problem {@code artifact.missing}, {@code artifact.corrupt}
   */
  Artifact open(ArtifactRef ref);

  /**
   * What an artifact's manifest says, with the hash of the manifest alone checked: quick for one of
   * any size.
   *
   * @throws org.motifworks.kit.problem.Problem {@code artifact.missing}, {@code artifact.corrupt}
   */
  Manifest manifest(ArtifactRef ref);

  /**
   * The same as {@link #open} with every byte read and hashed again, however often it was opened
   * before.
   *
   * @throws org.motifworks.kit.problem.Problem {@code artifact.missing}, {@code artifact.corrupt}
   */
  Artifact verify(ArtifactRef ref);

  /** The artifact under {@code key}; empty when none is committed there. */
  Optional<ArtifactRef> find(String key);

  /** All artifacts whose keys begin with {@code prefix} and a slash, in the order of their keys. */
  List<StoredArtifact> list(String prefix);

  /** Makes an artifact disappear at once, then frees its space; does nothing when there is none. */
  void delete(String key);

  /**
   * Removes what writers that died left behind: stagings that nothing was written to for {@code
   * age}.
   */
  int sweepStagings(Duration age);
}
