package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a dataset of a person's own sequences. */
@Command(
    name = "import",
    description = "Makes a dataset of labelled FASTA files (plain or gzip).",
    footer = {
      "",
      "Examples:",
      "  One class against a background of its own:",
      "    ./motifworks dataset import --name mafk --positive bound.fa --negative unbound.fa",
      "  One class against its shuffled self, dinucleotides kept:",
      "    ./motifworks dataset import --name mafk --positive bound.fa --negatives shuffle",
      "  Several classes, whole chromosomes held out (ids such as chr8:100-300):",
      "    ./motifworks dataset import --name two --class MAFK=mafk.fa --class OCT4=oct4.fa \\",
      "        --split chromosome --validation chr7 --test chr8,chr9"
    })
final class DatasetImportCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The dataset's name.")
  private String name;

  @Option(names = "--positive", paramLabel = "FILE", description = "Sequences of the class.")
  private Path positive;

  @Option(names = "--negative", paramLabel = "FILE", description = "Sequences without it.")
  private Path negative;

  @Option(
      names = "--class",
      paramLabel = "NAME=FILE",
      description = "Sequences of a class; repeatable.")
  private Map<String, Path> classes = new LinkedHashMap<>();

  @Option(
      names = "--negatives",
      paramLabel = "shuffle",
      description = "Adds shuffled copies of the sequences that keep their dinucleotides.")
  private String negatives;

  @Option(
      names = "--window",
      paramLabel = "NT",
      description = "Length of every sequence, cut about the middle. Default: as they are.")
  private Integer window;

  @Mixin private SplitOptions split;

  @Mixin private LabelTableOptions table;
  @Mixin private FastaOptions records;
  @Mixin private DetachOption detach;

  DatasetImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws FileNotFoundException {
    checkChoice();
    FileArguments files = FileArguments.sent();
    return files.make(session, request(files), detach.detach());
  }

  private void checkChoice() {
    int ways = (positive != null ? 1 : 0) + (classes.isEmpty() ? 0 : 1) + (table.given() ? 1 : 0);
    if (ways != 1) {
      throw usage(
          "Give the sequences in one way",
          "Either --positive FILE (with --negative FILE or --negatives shuffle), or --class"
              + " NAME=FILE once a class, or --labels FILE with --sequences FILE.");
    }
    if (positive != null && negative == null && negatives == null) {
      throw usage(
          "What should the positive sequences differ from?",
          "Give --negative FILE, or --negatives shuffle.");
    }
    if (table.half()) {
      throw usage("Half of a label table", "Give both --labels FILE and --sequences FILE.");
    }
    if (negatives != null && !negatives.equals("shuffle")) {
      throw usage("--negatives takes 'shuffle'", "It was '" + negatives + "'.");
    }
  }

  private ObjectNode request(FileArguments files) {
    ObjectNode request = Json.mapper().createObjectNode().put("name", name);
    ObjectNode source = request.putObject("source").put("kind", "fasta");
    if (table.given()) {
      table.putInto(source, files);
    } else {
      ArrayNode list = source.putArray("classes");
      Map<String, Path> named = new LinkedHashMap<>(classes);
      if (positive != null) named.put(name, positive);
      named.forEach(
          (each, file) -> list.addObject().put("name", each).put("file", files.add(file)));
      if (negative != null)
        list.addObject().put("file", files.add(negative)).put("background", true);
    }
    if (window != null) source.put("window", window);
    source.set("split", split.json());
    if (negatives != null) source.put("negatives", "dinucleotide-shuffle");
    records.putInto(source);
    return request;
  }

  private static CommandFailure usage(String title, String detail) {
    return new CommandFailure(
        ExitCode.USAGE, title, detail, "./motifworks dataset import --help shows examples.");
  }
}
