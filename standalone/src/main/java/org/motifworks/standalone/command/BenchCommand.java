package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.motifworks.contracts.bench.BenchMessage;
import org.motifworks.contracts.bench.BenchMessage.Finished;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.bench.BenchProcess;
import org.motifworks.standalone.bench.BenchText;
import org.motifworks.standalone.terminal.Step;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** How fast this machine is; nothing needs to run. */
@Command(
    name = "bench",
    description =
        "Measures how fast this machine trains, scores and explains, in under three minutes.",
    footer = {
      "",
      "Each path is measured beside the plain use of the library it is built on, in turn; ratios",
      "above 1 are ours. For figures to rely on, let nothing else run, also no Motifworks.",
      "MOTIFWORKS_SLOTS sets the training runs at a time."
    })
final class BenchCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "With --json: the file to write, in place of standard output.")
  private Path file;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "For each of 8 measurements; more is steadier. Default: ${DEFAULT-VALUE}.")
  private double seconds;

  BenchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (file != null && !session.json()) {
      throw new CommandFailure(
          ExitCode.USAGE, "A file without --json", file.toString(), "Say: bench --json " + file);
    }
    if (!(seconds >= 0.01 && seconds <= 600)) {
      throw new CommandFailure(
          ExitCode.USAGE, "A wrong option", "--seconds is from 0.01 to 600.", "");
    }
    if (session.supervisor().running().isPresent()) {
      session.remark("note: Motifworks runs here, and may slow what is measured.");
    }
    Finished finished = measure();
    if (!session.json()) {
      session.print(BenchText.table(finished, session.terminal().style()));
    } else if (file == null) {
      session.print(BenchText.json(finished));
    } else {
      write(BenchText.json(finished));
    }
    return ExitCode.OK;
  }

  private Finished measure() throws IOException, InterruptedException {
    BenchProcess process = new BenchProcess(session.home(), session.folder());
    BenchMessage last;
    try (Step step = Step.begin(session.terminal(), "measuring")) {
      last =
          process.run(
              session.settings().slots(),
              seconds,
              progress -> step.update(progress.done(), progress.total(), progress.note()));
      if (last instanceof Finished finished) {
        step.succeed(finished.architectures().size() + " architectures");
        return finished;
      }
    }
    throw new CommandFailure(
        ExitCode.FAILED,
        "Measuring failed",
        last instanceof BenchMessage.Failed failed ? failed.detail() : last.toString(),
        "The log is " + process.log() + ".");
  }

  private void write(ObjectNode document) throws IOException {
    ObjectWriter writer = Json.mapper().writer().with(SerializationFeature.INDENT_OUTPUT);
    TextOutput.toFile(file, out -> out.write(writer.writeValueAsString(document) + "\n"));
  }
}
