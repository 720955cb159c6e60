package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Option;

/** What may be chosen about the paper's simulated sequences. */
final class SimulationOptions {

  @Option(
      names = "--sequences",
      paramLabel = "N",
      defaultValue = "25000",
      description = "How many sequences. Default: ${DEFAULT-VALUE}, as in the paper.")
  private int sequences;

  @Option(
      names = "--length",
      paramLabel = "NT",
      defaultValue = "200",
      description = "Their length in nt. Default: ${DEFAULT-VALUE}.")
  private int length;

  @Option(
      names = "--spacers",
      paramLabel = "RULE",
      defaultValue = "code",
      description =
          "Between motifs: 'code' as the authors' program (a spacer of 0 can happen), 'text' as the"
              + " paper says (at least 1). Default: ${DEFAULT-VALUE}.")
  private String spacers;

  ObjectNode source(long seed) {
    return source(sequences, length, spacers, seed);
  }

  static ObjectNode source(int sequences, int length, String spacers, long seed) {
    ObjectNode source = Json.mapper().createObjectNode();
    source.put("kind", "simulation");
    source.put("sequences", sequences).put("length", length);
    source.put("spacers", spacers).put("seed", seed);
    return source;
  }
}
