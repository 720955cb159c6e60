package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Option;

/** Who changes an alias, and why. */
final class ActorOptions {

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept with the change.")
  private String reason;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who asks. Default: ${DEFAULT-VALUE}.")
  private String actor;

  ObjectNode json() {
    ObjectNode json = Json.mapper().createObjectNode().put("actor", actor);
    if (reason != null) json.put("reason", reason);
    return json;
  }
}
