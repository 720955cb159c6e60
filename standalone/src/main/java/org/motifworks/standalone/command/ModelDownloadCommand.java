package org.motifworks.standalone.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.Download;
import org.motifworks.standalone.terminal.Amount;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fetches files of a model. */
@Command(
    name = "download",
    description = "Fetches files of a model.",
    footer = {
      "",
      "Examples:",
      "  ./motifworks model download MODEL                           predict.onnx, model.json",
      "  ./motifworks model download MODEL saliency.onnx history.json --out models/"
    })
final class ModelDownloadCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(index = "0", paramLabel = "MODEL", description = "Its id.")
  private String model;

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "FILE",
      description = "predict.onnx and model.json when left out; any file of the model.")
  private List<String> files = List.of();

  @Option(names = "--out", paramLabel = "DIR", description = "Where to. Default: a folder MODEL.")
  private Path out;

  ModelDownloadCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Api api = session.api();
    Path folder = out == null ? Path.of(model) : out;
    for (String file : files.isEmpty() ? List.of("predict.onnx", "model.json") : files) {
      Path target = folder.resolve(file).normalize();
      String path = "/v1/models/" + Api.segment(model) + "/artifacts/" + file;
      long bytes = Download.to(target, api, path);
      session.print("  " + target + "  " + Amount.bytes(bytes));
    }
    return ExitCode.OK;
  }
}
