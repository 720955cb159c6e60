package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What an experiment is made of besides its dataset. */
final class ExperimentOptions {

  @Option(
      names = "--trials",
      paramLabel = "N",
      defaultValue = "1",
      description = "Runs of each architecture. Default: ${DEFAULT-VALUE}.")
  private int trials;

  @Option(
      names = "--architectures",
      paramLabel = "NAME",
      split = ",",
      description = "Presets, or YAML or JSON files, separated by commas.")
  private List<String> architectures;

  @Mixin private TrainingOptions training;

  /** Whether any was chosen. */
  boolean architecturesGiven() {
    return architectures != null && !architectures.isEmpty();
  }

  long seed() {
    return training.seed();
  }

  /**
   * The request.
   *
   * @param otherwise architectures when none was chosen
   */
  ObjectNode request(String name, String datasetId, List<String> otherwise) {
    ObjectNode request = Json.mapper().createObjectNode();
    request.put("name", name).put("dataset", datasetId).put("trials", trials);
    ArrayNode chosen = request.putArray("architectures");
    for (String each : architecturesGiven() ? architectures : otherwise) {
      chosen.add(ArchitectureArgument.json(each.strip()));
    }
    training.addTo(request);
    return request;
  }
}
