package org.motifworks.standalone.command;

import picocli.CommandLine.Command;

/** Explains sequences by every single substitution. */
@Command(
    name = "mutagenesis",
    description =
        "Shows what every single substitution of a sequence does to the score of a class.",
    footer = {
      "",
      "Text shows the sequence in lines; under each letter stands how much the logit falls, on the",
      "mean, when another takes its place, and letters in lower case are better replaced. A table has",
      "the effect of each of the four letters. A sequence that cannot be explained is told on",
      "standard error, and the exit code is then 1.",
      "",
      "Examples:",
      "  ./motifworks mutagenesis tf12@champion peak.fa --class MAX",
      "  ./motifworks mutagenesis MODEL peak.fa --class MAX --shorter pad --format tsv"
    })
final class MutagenesisCommand extends ExplanationCommand {

  MutagenesisCommand(Session session) {
    super(session);
  }

  @Override
  String method() {
    return "mutagenesis";
  }
}
