package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the paper's sequences. */
@Command(
    name = "simulate",
    description =
        "Makes the paper's simulated sequences: 12 transcription factors, 1 to 5 motifs a sequence.",
    footer = {
      "",
      "Examples:",
      "  ./motifworks dataset simulate --name paper",
      "  ./motifworks dataset simulate --name small --sequences 5000 --seed 7"
    })
final class DatasetSimulateCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The dataset's name.")
  private String name;

  @Mixin private SimulationOptions simulation;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "The same seed gives the same sequences. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Mixin private DetachOption detach;

  DatasetSimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    ObjectNode request = Json.mapper().createObjectNode().put("name", name);
    request.set("source", simulation.source(seed));
    JsonNode accepted = api.post("/v1/datasets", request, Optional.empty());
    return new DatasetOutcome(session, api).tell(accepted, detach.detach());
  }
}
