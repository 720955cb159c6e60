package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.job.RetrainingText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says when and how a series is trained again. */
@Command(
    name = "policy",
    description = {
      "Says when and how a series is trained again, or shows what is said and what came of it.",
      "What is not given stays as it is; settings of training are those given with --architecture.",
      "Times are ISO 8601: PT10M is ten minutes, P7D a week."
    },
    footer = {
      "",
      "Examples:",
      "  ./motifworks series policy tf12 --dataset paper --architecture cnn-25",
      "  ./motifworks series policy tf12 --quiet PT30M --minimum-new-records 1000 --every P7D",
      "  ./motifworks series policy tf12 --off"
    })
final class SeriesPolicyCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(paramLabel = "NAME", description = "Of the series.")
  private String name;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "Name whose newest dataset is trained on; * stands for any letters.")
  private String dataset;

  @Option(
      names = "--architecture",
      paramLabel = "NAME",
      description = "A preset such as cnn-25, or a YAML or JSON file that describes one.")
  private String architecture;

  @Mixin private TrainingOptions training;

  @Option(
      names = "--quiet",
      paramLabel = "TIME",
      description = "How long no further data may have come. Default: PT1M.")
  private Duration quiet;

  @Option(
      names = "--minimum-new-records",
      paramLabel = "N",
      description = "Sequences that must have come since the newest version. Default: 0.")
  private Long minimumNewRecords;

  @Option(
      names = "--runs-per-day",
      paramLabel = "N",
      description = "At most so many runs on a day of UTC. Default: 4.")
  private Integer runsPerDay;

  @Option(
      names = "--every",
      paramLabel = "TIME",
      description = "Trains again after that time without new data too. Default: never.")
  private Duration every;

  @Option(
      names = "--drift-above",
      paramLabel = "BITS",
      description = {
        "Trains again on any new data once what the champion scores differs by more bits (0 to 1)",
        "from what it was trained on. Default: never."
      })
  private Double driftAbove;

  @Option(names = "--on", description = "Data and schedule start runs.")
  private boolean on;

  @Option(names = "--off", description = "Only 'series retrain' starts runs.")
  private boolean off;

  @Option(names = "--clear", description = "Forgets the policy; a run under way goes on.")
  private boolean clear;

  @Spec private CommandSpec specification;

  SeriesPolicyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (on && off) throw new ParameterException(specification.commandLine(), "On or off?");
    Api api = session.api();
    String series = "/v1/series/" + Api.segment(name);
    if (clear) {
      api.delete(series + "/policy");
      if (!session.json())
        session.print("  " + name + " is not trained again by itself any more\n");
      return ExitCode.OK;
    }
    ObjectNode changes = changes();
    if (!changes.isEmpty()) {
      ObjectNode policy = Json.mapper().createObjectNode();
      api.find(series + "/policy").ifPresent(now -> policy.setAll((ObjectNode) now));
      if (changes.has("architecture")) policy.remove("training");
      policy.setAll(changes);
      if (!policy.has("dataset") || !policy.has("architecture")) {
        throw new ParameterException(
            specification.commandLine(), "Which --dataset, and which --architecture?");
      }
      api.put(series + "/policy", policy);
    }
    var retraining = api.get(series + "/retraining");
    if (session.json()) session.print(retraining);
    else session.print(RetrainingText.of(retraining, session.terminal().style()));
    return ExitCode.OK;
  }

  private ObjectNode changes() {
    ObjectNode changes = Json.mapper().createObjectNode();
    if (dataset != null) changes.put("dataset", dataset);
    if (architecture != null) {
      changes.set("architecture", ArchitectureArgument.json(architecture));
      training.addTo(changes);
    }
    if (quiet != null) changes.put("quiet", quiet.toString());
    if (minimumNewRecords != null) changes.put("minimumNewRecords", minimumNewRecords);
    if (runsPerDay != null) changes.put("runsPerDay", runsPerDay);
    if (every != null) changes.put("every", every.toString());
    if (driftAbove != null) changes.put("driftAbove", driftAbove);
    if (on || off) changes.put("enabled", on);
    return changes;
  }
}
