package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Sequences whose classes stand in a table. */
final class LabelTableOptions {

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "A table of labels (tsv) for the one --sequences file.")
  private Path labels;

  @Option(names = "--sequences", paramLabel = "FILE", description = "The sequences of --labels.")
  private Path sequences;

  boolean given() {
    return labels != null || sequences != null;
  }

  /** Whether one of the two files is missing. */
  boolean half() {
    return (labels == null) != (sequences == null);
  }

  void putInto(ObjectNode source, FileArguments files) {
    source.put("labels", files.add(labels)).putArray("sequences").add(files.add(sequences));
  }
}
