package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Option;

/** Which records of FASTA files are taken. */
final class FastaOptions {

  @Option(
      names = "--on-invalid",
      paramLabel = "fail|skip",
      defaultValue = "fail",
      description = "What to do about a record that is no DNA. Default: ${DEFAULT-VALUE}.")
  private String onInvalid;

  @Option(
      names = "--max-n-run",
      paramLabel = "NT",
      description = "Leaves out sequences with more Ns in a row.")
  private Integer maximumNRun;

  void putInto(ObjectNode source) {
    source.put("onInvalid", onInvalid);
    if (maximumNRun != null) source.put("maxNRun", maximumNRun);
  }
}
