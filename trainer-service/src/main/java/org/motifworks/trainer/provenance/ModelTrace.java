package org.motifworks.trainer.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;

/**
 * Where a model comes from and what was made from it, in the order of making: {@code source},
 * {@code dataset}, {@code run}, {@code model}, {@code interpretation} (once there is one). Of a
 * model that was made elsewhere: {@code import}, {@code model}.
 *
 * @param model its id
 * @param whole whether no stage is broken
 */
public record ModelTrace(String model, boolean whole, List<Stage> stages) {

  /**
   * One stage.
   *
   * @param name as above
   * @param problem what is broken
   * @param ref the artifact the stage left; absent for the source and the run
   * @param madeFrom SHA-256 of what went in: of input files or of manifests
   * @param detail settings that decided it, as the artifact tells them
   * @param files of the artifact, with their hashes
   */
  public record Stage(
      String name,
      State state,
      Optional<String> problem,
      Optional<ArtifactRef> ref,
      List<String> madeFrom,
      JsonNode detail,
      List<Manifest.Entry> files) {}

  /** How far a stage can be trusted. */
  public enum State {
    /** Told by the artifact made from it; nothing is kept that it could be compared with. */
    TOLD,
    /** What it names as its origin is what the stage before is; bytes were not read again. */
    AGREES,
    /** The same, and every byte was read and has its hash. */
    VERIFIED,
    /** A hash differs, or something is missing. */
    BROKEN
  }
}
