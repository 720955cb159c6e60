package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Adds sequences to a dataset. */
@Command(
    name = "append",
    description = {
      "Adds sequences to a dataset: makes a new one of the same name.",
      "",
      "They go to its training split, but for those it has already (on either strand) and those"
          + " that overlap a place of its validation or test split, or are of a chromosome that only"
          + " these have. The two splits stay as they are, so that models of both datasets can be"
          + " compared.",
      "",
      "FASTA files are sent; a genome and peaks are read where they are, or sent with --upload."
    },
    footer = {
      "",
      "Examples:",
      "    ./motifworks dataset append ours --class MAFK=new.fa --background unbound.fa",
      "    ./motifworks dataset append chip --genome hg38.2bit --peaks MAFK=new.narrowPeak.gz"
    })
final class DatasetAppendCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "The dataset's name.")
  private String name;

  @Option(
      names = "--class",
      paramLabel = "CLASS=FILE",
      description = "Sequences of one of its classes; repeatable.")
  private Map<String, Path> classes = new LinkedHashMap<>();

  @Option(names = "--background", paramLabel = "FILE", description = "Sequences of no class.")
  private Path background;

  @Mixin private LabelTableOptions table;
  @Mixin private FastaOptions records;

  @ArgGroup(exclusive = false, heading = "%nPeaks on a genome:%n")
  private PeaksOptions peaks;

  @Mixin private UploadOption upload;
  @Mixin private DetachOption detach;

  DatasetAppendCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws FileNotFoundException {
    boolean files = !classes.isEmpty() || background != null;
    long ways = Stream.of(files, table.given(), peaks != null).filter(given -> given).count();
    if (ways != 1 || table.half()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "Give the sequences in one way",
          "Either --class NAME=FILE and --background FILE, or --labels FILE with --sequences FILE,"
              + " or --genome FILE with --peaks NAME=FILE.",
          "./motifworks dataset append --help shows examples.");
    }
    FileArguments arguments = peaks != null ? upload.files(session) : FileArguments.sent();
    return arguments.make(session, request(arguments), detach.detach());
  }

  private ObjectNode request(FileArguments files) {
    ObjectNode request = Json.mapper().createObjectNode().put("name", name);
    ObjectNode source = request.putObject("source").put("kind", "append").put("base", name);
    ObjectNode added = source.putObject("added");
    if (peaks != null) peaks.putInto(added.put("kind", "peaks"), files);
    else putFasta(added.put("kind", "fasta"), files);
    return request;
  }

  private void putFasta(ObjectNode added, FileArguments files) {
    if (table.given()) {
      table.putInto(added, files);
    } else {
      ArrayNode list = added.putArray("classes");
      classes.forEach(
          (each, file) -> list.addObject().put("name", each).put("file", files.add(file)));
      if (background != null) {
        list.addObject().put("file", files.add(background)).put("background", true);
      }
    }
    records.putInto(added);
  }
}
