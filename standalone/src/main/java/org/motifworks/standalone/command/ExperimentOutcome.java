package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ExperimentView;
import org.motifworks.standalone.job.ExperimentFollower;
import org.motifworks.standalone.job.JobRequests;

/** Finds or starts an experiment, sees it through and tells its table. */
final class ExperimentOutcome {

  private final Session session;
  private final Api api;

  ExperimentOutcome(Session session, Api api) {
    this.session = session;
    this.api = api;
  }

  /**
   * The experiment that the same request led to before, with what it lacks run again, or a new one.
   * The request itself is the key.
   */
  JsonNode ask(ObjectNode request) {
    String key =
        "cli-" + UUID.nameUUIDFromBytes(request.toString().getBytes(StandardCharsets.UTF_8));
    JsonNode experiment = new JobRequests(api).experiment(request, key);
    ExperimentView view = ExperimentView.of(experiment);
    if (!view.lacksRuns()) return experiment;
    session.remark(
        "Goes on where it was: "
            + (view.counts().failed() + view.counts().cancelled())
            + " of "
            + view.counts().total()
            + " runs are made again.");
    return api.postNothing("/v1/experiments/" + Api.segment(view.id()) + "/resume");
  }

  /** Follows it to its end; fails when a run did. */
  int follow(String id, ExperimentOutput output) {
    JsonNode ended = new ExperimentFollower(api, session.terminal()).experiment(id);
    output.tell(session, api, id);
    ExperimentView view = ExperimentView.of(ended);
    if (view.hasSucceeded()) return ExitCode.OK;
    session.remark(
        "\nThe experiment is "
            + view.state()
            + ": "
            + (view.counts().failed() + view.counts().cancelled())
            + " of "
            + view.counts().total()
            + " runs ended without a model. The same command makes them again; see"
            + " ./motifworks experiment show "
            + id);
    return ExitCode.FAILED;
  }

  int tellStarted(JsonNode experiment) {
    String id = experiment.path("id").asText();
    if (session.json()) session.print(experiment);
    else
      session.print("  experiment  " + id + "\n  see         ./motifworks experiment show " + id);
    return ExitCode.OK;
  }

  void remarkGoesOn(String id) {
    session.remark(
        "\nThe experiment goes on. See ./motifworks experiment show "
            + id
            + "; stop it with ./motifworks experiment cancel "
            + id);
  }
}
