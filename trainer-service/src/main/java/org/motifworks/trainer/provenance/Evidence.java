package org.motifworks.trainer.provenance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.artifact.Manifest;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.provenance.ModelTrace.Stage;
import org.motifworks.trainer.provenance.ModelTrace.State;

/**
 * What an artifact says of itself, or why it cannot be asked.
 *
 * @param description its JSON; a missing node when it cannot be read
 */
record Evidence(
    ArtifactRef ref,
    State state,
    Optional<String> problem,
    JsonNode description,
    List<Manifest.Entry> files) {

  static Evidence of(ArtifactStore store, ArtifactRef ref, String file, boolean verify) {
    try {
      Artifact artifact = verify ? store.verify(ref) : store.open(ref);
      return new Evidence(
          ref,
          verify ? State.VERIFIED : State.AGREES,
          Optional.empty(),
          Json.mapper().readTree(artifact.file(file).toFile()),
          artifact.manifest().files());
    } catch (Problem e) {
      return unreadable(ref, e.details().detail());
    } catch (IOException e) {
      return unreadable(ref, file + " cannot be read: " + e.getMessage());
    }
  }

  private static Evidence unreadable(ArtifactRef ref, String why) {
    return new Evidence(ref, State.BROKEN, Optional.of(why), MissingNode.getInstance(), List.of());
  }

  Evidence broken(String why) {
    return new Evidence(ref, State.BROKEN, Optional.of(why), description, files);
  }

  /**
   * As a stage.
   *
   * @param shown fields of the description
   */
  Stage stage(String name, List<String> madeFrom, List<String> shown) {
    ObjectNode detail = Json.mapper().createObjectNode();
    for (String field : shown) {
      if (description.has(field)) detail.set(field, description.get(field));
    }
    return new Stage(name, state, problem, Optional.of(ref), madeFrom, detail, files);
  }
}
