package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a dataset of DeepSEA's training bundle. */
@Command(
    name = "import-deepsea",
    description = {
      "Makes a dataset of DeepSEA's training bundle (train.mat, valid.mat, test.mat).",
      "",
      "Sequences that belong to none of the classes are left out, as in the paper."
    },
    footer = {
      "",
      "Examples:",
      "  The paper's twelve factors:",
      "    ./motifworks dataset import-deepsea --name in-vivo --train train.mat \\",
      "        --valid valid.mat --test test.mat",
      "  Columns by number (counted from 0), with names of your own:",
      "    ... --labels MAFK=635,YY1=369",
      "  Columns by name; a text file of yours names them, one a line:",
      "    ... --label-names names.txt --labels 'CTCF=A549|CTCF|None,K562|GABP|None'"
    })
final class DatasetImportDeepSeaCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The dataset's name.")
  private String name;

  @Option(names = "--train", paramLabel = "FILE", required = true, description = "train.mat")
  private Path train;

  @Option(
      names = {"--valid", "--validation"},
      paramLabel = "FILE",
      required = true,
      description = "valid.mat")
  private Path validation;

  @Option(names = "--test", paramLabel = "FILE", required = true, description = "test.mat")
  private Path test;

  @Option(
      names = "--labels",
      paramLabel = "COLUMN",
      split = ",",
      defaultValue = "paper",
      description =
          "The columns that become classes: COLUMN or CLASS=COLUMN, parted by commas, by number or"
              + " name; 'paper' for the paper's twelve, 'all' for all. Default: ${DEFAULT-VALUE}.")
  private List<String> labels;

  @Option(
      names = "--label-names",
      paramLabel = "FILE",
      description = "Text file that names the columns, one a line, in order.")
  private Path labelNames;

  @Option(
      names = "--keep-unlabelled",
      description = "Keeps the sequences that belong to none of the classes.")
  private boolean keepUnlabelled;

  @Option(
      names = "--channels",
      paramLabel = "ORDER",
      defaultValue = "AGCT",
      description = "Order of the one-hot channels. Default: ${DEFAULT-VALUE}, as in DeepSEA.")
  private String channels;

  @Mixin private UploadOption upload;
  @Mixin private DetachOption detach;

  DatasetImportDeepSeaCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws FileNotFoundException {
    FileArguments files = upload.files(session);
    return files.make(session, request(files), detach.detach());
  }

  private ObjectNode request(FileArguments files) {
    ObjectNode request = Json.mapper().createObjectNode().put("name", name);
    ObjectNode source = request.putObject("source").put("kind", "deepsea");
    source.put("train", files.add(train));
    source.put("validation", files.add(validation));
    source.put("test", files.add(test));
    if (labelNames != null) source.put("labelNames", files.add(labelNames));
    if (!labels.equals(List.of("paper"))) {
      ArrayNode classes = source.putArray("classes");
      labels.forEach(each -> addClass(classes.addObject(), each));
    }
    source.put("keep", keepUnlabelled ? "all" : "labelled");
    source.put("channels", channels);
    return request;
  }

  private void addClass(ObjectNode into, String label) {
    int equals = label.indexOf('=');
    if (equals > 0) into.put("name", label.substring(0, equals));
    String column = label.substring(equals + 1);
    into.put("column", labels.size() == 1 && column.equals("all") ? "*" : column);
  }
}
