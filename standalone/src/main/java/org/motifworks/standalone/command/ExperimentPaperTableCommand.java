package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.core.simulation.PaperTable1;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.demo.DemoSettings;
import org.motifworks.standalone.job.JobRequests;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The paper's Table 1. */
@Command(
    name = "paper-table-1",
    description = "Makes the paper's Table 1: its twelve architectures on its simulated sequences.",
    footer = {
      "",
      "Starts Motifworks if it does not run and leaves it up. Interrupted and called again with the",
      "same options it goes on where it was; finished, it prints the same table again.",
      "",
      "Examples:",
      "  ./motifworks experiment paper-table-1 --trials 5",
      "  ./motifworks experiment paper-table-1 --architectures cnn-2,cnn-25,mine.json --out table"
    })
final class ExperimentPaperTableCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ExperimentOptions options;

  @Option(
      names = "--sequences",
      paramLabel = "N",
      defaultValue = "25000",
      description = "Sequences to simulate. Default: ${DEFAULT-VALUE}, as in the paper.")
  private int sequences;

  @Mixin private ExperimentOutput output;
  @Mixin private DetachOption detach;

  ExperimentPaperTableCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SystemStart system = new SystemStart(session);
    try (Interruption ignored = system.stoppedOnInterruption("the experiment")) {
      if (session.remote().isEmpty()) system.ensure(session.settings());
      Api api = session.api();
      // The demo's dataset: equal settings, equal sequences, made once.
      DemoSettings data = new DemoSettings(sequences, "", Optional.empty(), options.seed());
      JsonNode asked = new JobRequests(api).dataset(data.datasetRequest(), data.datasetName());
      JsonNode dataset = session.follower(api).dataset(asked.path("id").asText());
      List<String> rows = PaperTable1.rows().stream().map(PaperTable1.Row::architecture).toList();
      ObjectNode request = options.request("paper-table-1", dataset.path("id").asText(), rows);
      ExperimentOutcome outcome = new ExperimentOutcome(session, api);
      JsonNode experiment = outcome.ask(request);
      if (detach.detach()) return outcome.tellStarted(experiment);
      return outcome.follow(experiment.path("id").asText(), output);
    }
  }
}
