package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.demo.Demo;
import org.motifworks.standalone.demo.DemoSettings;
import org.motifworks.standalone.job.ModelText;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The paper's main experiment. */
@Command(
    name = "demo",
    description =
        "The paper's main experiment on this machine: sequences, training, ONNX, motifs, matches,"
            + " saliency, report.",
    footer = {
      "",
      "Starts Motifworks if it does not run and leaves it up for you to look around; Ctrl-C stops",
      "everything the demo started, and running it again goes on from there.",
      "",
      "Examples:",
      "  ./motifworks demo                           most filters learn whole motifs",
      "  ./motifworks demo --architecture cnn-2      the same data, but parts of motifs",
      "  ./motifworks demo --out results --seed 2"
    })
final class DemoCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Where the results are copied. Default: .motifworks/demo/...")
  private Path out;

  @Option(
      names = "--sequences",
      paramLabel = "N",
      defaultValue = "25000",
      description = "Sequences to simulate. Default: ${DEFAULT-VALUE}, as in the paper.")
  private int sequences;

  @Option(
      names = "--architecture",
      paramLabel = "NAME",
      defaultValue = "cnn-25",
      description = "A preset. Default: ${DEFAULT-VALUE}.")
  private String architecture;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "At most so many. Default: 100, ended when 20 bring nothing.")
  private Integer epochs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of data and training. Default: ${DEFAULT-VALUE}.")
  private long seed;

  DemoCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    DemoSettings settings =
        new DemoSettings(sequences, architecture, Optional.ofNullable(epochs), seed);
    Path folder =
        out == null ? session.folder().folder().resolve("demo").resolve(settings.runName()) : out;
    introduce(settings);
    SystemStart system = new SystemStart(session);
    Demo.Result result;
    Api api;
    try (Interruption ignored = system.stoppedOnInterruption("the demo")) {
      long began = System.nanoTime();
      if (session.remote().isEmpty()) system.ensure(session.settings());
      Duration start = Duration.ofNanos(System.nanoTime() - began);
      api = session.api();
      result = new Demo(api, session.follower(api), settings).run(folder, start);
    }
    JsonNode summary = Json.mapper().valueToTree(result.summary());
    if (session.json()) session.print(summary);
    else session.print(text(result, folder, api));
    return ExitCode.OK;
  }

  private void introduce(DemoSettings settings) {
    Style style = session.terminal().style();
    session.remark(
        style.strong("The paper's main experiment, on this machine")
            + "\n"
            + Amount.count(settings.sequences())
            + " simulated sequences of 200 nt with the motifs of 12 transcription factors; "
            + settings.architecture()
            + ", seed "
            + settings.seed()
            + "\n");
  }

  private String text(Demo.Result result, Path folder, Api api) {
    Style style = session.terminal().style();
    double difference = result.summary().selfCheckDifference().orElse(Double.NaN);
    return "\n"
        + style.strong("Table 1")
        + style.faint("  share of first-layer filters that match a motif; AU-ROC over 12 classes")
        + "\n"
        + ModelText.tableRow(result.model(), style)
        + "\n"
        + style.strong("The ten best filters")
        + style.faint("  ✓ a factor that is in the data")
        + "\n"
        + ModelText.bestFilters(result.filters(), style)
        + "\n"
        + line("look at", style.link(api.base().toString()))
        + line("report", folder.resolve("report.html").toString())
        + line(
            "results", folder + style.faint("  predict.onnx filters.meme matches.tsv summary.json"))
        + line("model", result.model().id() + style.faint(selfCheck(difference)))
        + line("stop", "./motifworks down");
  }

  private static String selfCheck(double difference) {
    if (Double.isNaN(difference)) return "";
    return String.format(Locale.ROOT, "  ONNX Runtime agrees with the engine to %.1e", difference);
  }

  private static String line(String name, String value) {
    return String.format("  %-8s %s%n", name, value);
  }
}
