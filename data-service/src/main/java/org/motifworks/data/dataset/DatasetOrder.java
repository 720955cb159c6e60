package org.motifworks.data.dataset;

import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.data.source.DatasetSource;

/**
 * The payload of a dataset's job: all that decides its bytes, and nothing that does not. The same
 * request repeated is therefore the same order.
 *
 * @param uploadSha256 manifest hash of the uploaded files, which lie under {@link #uploadKey}
 */
record DatasetOrder(String name, DatasetSource source, Optional<String> uploadSha256) {

  /** The kind of job. */
  static final String KIND = "dataset";

  static String uploadKey(String id) {
    return "uploads/" + id;
  }

  /** The uploaded files of the dataset {@code id}; empty when it needs none. */
  Optional<ArtifactRef> upload(String id) {
    return uploadSha256.map(sha256 -> new ArtifactRef(uploadKey(id), sha256));
  }
}
