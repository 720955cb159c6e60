package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Any experiment. */
@Command(
    name = "run",
    description = "Trains architectures on a dataset, follows them, and prints their table.",
    footer = {
      "",
      "Called again with the same options it goes on with the same experiment.",
      "",
      "Example:",
      "  ./motifworks experiment run --dataset peaks --architectures cnn-2,cnn-25 --trials 3"
    })
final class ExperimentRunCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec specification;

  @Option(
      names = "--dataset",
      paramLabel = "DATASET",
      required = true,
      description = "Id or name of a dataset.")
  private String dataset;

  @Mixin private ExperimentOptions options;

  @Option(names = "--name", paramLabel = "NAME", description = "Default: the dataset's name.")
  private String name;

  @Mixin private ExperimentOutput output;
  @Mixin private DetachOption detach;

  ExperimentRunCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (!options.architecturesGiven()) {
      throw new ParameterException(specification.commandLine(), "Which --architectures?");
    }
    Api api = session.api();
    DatasetView view = DatasetView.of(api.get("/v1/datasets/" + Api.segment(dataset)));
    if (!view.hasEnded()) session.follower(api).dataset(view.id());
    ObjectNode request = options.request(name == null ? view.name() : name, view.id(), List.of());
    ExperimentOutcome outcome = new ExperimentOutcome(session, api);
    JsonNode experiment = outcome.ask(request);
    if (detach.detach()) return outcome.tellStarted(experiment);
    String id = experiment.path("id").asText();
    try (Interruption ignored = Interruption.does(() -> outcome.remarkGoesOn(id))) {
      return outcome.follow(id, output);
    }
  }
}
