package org.motifworks.kit.artifact;

import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.kit.problem.Problem;

/** What can be wrong with an artifact. */
final class ArtifactProblems {

  private ArtifactProblems() {}

  static Problem missing(ArtifactRef ref) {
    return new Problem(
        404,
        "artifact.missing",
        "An artifact that is not in the store",
        "Nothing is committed under " + ref.key() + ".",
        "Make it again; see that all services use the same store.");
  }

  static Problem corrupt(ArtifactRef ref, String what) {
    return new Problem(
        500,
        "artifact.corrupt",
        "An artifact that is not what was written",
        ref.key() + ": " + what + ".",
        "Make it again, and check the disk of the store.");
  }

  static Problem storeFull(String what) {
    return new Problem(
        507,
        "artifact.store-full",
        "An artifact store without room",
        what + ": no space is left on the disk of the artifact store.",
        "Free space or enlarge the disk, then ask for it again.");
  }

  static Problem conflict(String key) {
    return new Problem(
        409,
        "artifact.conflict",
        "A key that holds something else",
        "Another artifact is committed under " + key + ".",
        "Artifacts never change: use another key.");
  }

  static Problem illegalFile(String key, String path, String why) {
    return new Problem(
            422,
            "artifact.illegal-file",
            "A file that no artifact may hold",
            key + ": '" + path + "' " + why + ".",
            "Leave it out, or rename it.")
        .at("file", path);
  }

  static Problem noSuchFile(ArtifactRef ref, String path) {
    return new Problem(
            404,
            "artifact.no-such-file",
            "A file that the artifact does not have",
            ref.key() + " has no file '" + path + "'.",
            "Look at its manifest.json for those it has.")
        .at("file", path);
  }
}
