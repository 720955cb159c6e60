package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ModelView;
import org.motifworks.standalone.job.ModelText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in a model that was made elsewhere. */
@Command(
    name = "import",
    description = {
      "Takes in an ONNX model that was made elsewhere, as a version of a series. Only where an",
      "operator allows it (motifworks.models.import=true), and only a graph that takes tokens",
      "UINT8 [batch, window] and gives logits and probabilities FLOAT [batch, classes]."
    })
final class ModelImportCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "FILE.onnx", description = "The graph, its data inside.")
  private Path file;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "NAME",
      description = "The series; made when there is none.")
  private String name;

  @Option(
      names = "--classes",
      paramLabel = "A,B,C",
      description = "Names of its outputs. Default: those of the series, else class-1, class-2...")
  private String classes;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who imports it. Default: ${DEFAULT-VALUE}.")
  private String actor;

  ModelImportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!Files.isReadable(file)) {
      throw new CommandFailure(ExitCode.REFUSED, "No such file", file.toString(), "");
    }
    String path =
        "/v1/models/import?name="
            + Api.segment(name)
            + "&file="
            + Api.segment(file.getFileName().toString())
            + "&actor="
            + Api.segment(actor);
    if (classes != null) path += "&classes=" + Api.segment(classes);
    JsonNode model = session.api().postFile(path, file);
    if (session.json()) session.print(model);
    else session.print(ModelText.imported(ModelView.of(model)));
    return ExitCode.OK;
  }
}
