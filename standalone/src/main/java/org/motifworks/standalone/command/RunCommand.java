package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.job.JobRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Trains a model. */
@Command(
    name = "run",
    description = "Trains a model, follows it, and prints what it learned.",
    subcommands = {RunListCommand.class, RunShowCommand.class, RunCancelCommand.class},
    footer = {
      "",
      "Examples:",
      "  ./motifworks run --dataset paper --architecture cnn-25",
      "  ./motifworks run --dataset paper --architecture cnn-2 --seed 2 --detach"
    })
final class RunCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec specification;

  @Option(names = "--dataset", paramLabel = "DATASET", description = "Id or name of a dataset.")
  private String dataset;

  @Option(
      names = "--architecture",
      paramLabel = "NAME",
      description = "A preset such as cnn-25, or a YAML or JSON file that describes one.")
  private String architecture;

  @Mixin private TrainingOptions training;

  @Mixin private DetachOption detach;

  RunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (dataset == null || architecture == null) {
      throw new ParameterException(
          specification.commandLine(), "Which --dataset, and which --architecture?");
    }
    Api api = session.api();
    ObjectNode request = Json.mapper().createObjectNode().put("dataset", datasetId(api));
    request.set("architecture", ArchitectureArgument.json(architecture));
    training.addTo(request);
    JsonNode accepted = new JobRequests(api).run(request, Optional.empty());
    String id = accepted.path("id").asText();
    if (detach.detach()) {
      if (session.json()) session.print(accepted);
      else session.print("  run      " + id + "\n  see      ./motifworks run show " + id + "\n");
      return ExitCode.OK;
    }
    return new RunOutcome(session, api).follow(id);
  }

  /** What the name means now, once it is made: the trainer may still know an older one by it. */
  private String datasetId(Api api) {
    DatasetView view = DatasetView.of(api.get("/v1/datasets/" + Api.segment(dataset)));
    if (!view.hasEnded()) session.follower(api).dataset(view.id());
    return view.id();
  }
}
