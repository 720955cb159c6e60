package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Explains sequences by a gradient. */
@Command(
    name = "saliency",
    description = "Shows which letters of a sequence drive the score of a class.",
    footer = {
      "",
      "Text shows the sequence in lines; under each letter stands how much it counts, and letters in",
      "lower case count against the class. A table has the gradient's four numbers beside it. A",
      "sequence that cannot be explained is told on standard error, and the exit code is then 1.",
      "",
      "Examples:",
      "  ./motifworks saliency tf12@champion peak.fa --class MAX",
      "  ./motifworks saliency MODEL peaks.fa --class MAX --longer max --out peaks.bedgraph",
      "  echo ACGT... | ./motifworks saliency MODEL - --rule gradient-x-input --out logo.svg"
    })
final class SaliencyCommand extends ExplanationCommand {

  @Option(
      names = "--rule",
      paramLabel = "RULE",
      description =
          "guided (default): guided back-propagation, as in the paper; plain: the gradient itself;"
              + " gradient-x-input: that at the letters that are there, signed.")
  private String rule;

  SaliencyCommand(Session session) {
    super(session);
  }

  @Override
  String method() {
    return "saliency";
  }

  @Override
  void complete(ObjectNode request) {
    if (rule != null) request.put("rule", rule);
  }
}
