package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.FilterView;
import org.motifworks.standalone.api.ModelView;
import org.motifworks.standalone.job.JobFollower;
import org.motifworks.standalone.job.ModelText;
import org.motifworks.standalone.terminal.Style;

/** Sees a run and its interpretation through and tells what was learned. */
final class RunOutcome {

  private final Session session;
  private final Api api;

  RunOutcome(Session session, Api api) {
    this.session = session;
    this.api = api;
  }

  int follow(String run) {
    JobFollower follower = session.follower(api);
    JsonNode model;
    try (Interruption ignored = Interruption.does(() -> remarkGoesOn(run))) {
      follower.run(run);
      model = follower.interpretation(run);
    }
    tell(model);
    return ExitCode.OK;
  }

  /** A model with its filters, if they are known by now. */
  void tell(JsonNode model) {
    if (session.json()) {
      session.print(model);
      return;
    }
    ModelView view = ModelView.of(model);
    if (view.imported().isPresent()) {
      session.print(ModelText.imported(view));
      return;
    }
    Style style = session.terminal().style();
    StringBuilder text = new StringBuilder("\n");
    text.append(ModelText.tableRow(view, style)).append('\n');
    if (view.isInterpreted()) {
      JsonNode interpretation = api.get("/v1/models/" + Api.segment(view.id()) + "/interpretation");
      text.append(ModelText.bestFilters(FilterView.allOf(interpretation), style)).append('\n');
      for (JsonNode layer : interpretation.path("deeperLayers")) {
        text.append(ModelText.deeperLayer(layer, style)).append('\n');
      }
    }
    text.append("  model    ").append(view.id()).append('\n');
    text.append("  page     ").append(style.link(api.base().toString())).append('\n');
    text.append("  report   ./motifworks report ").append(view.id()).append('\n');
    session.print(text.toString());
  }

  private void remarkGoesOn(String run) {
    session.remark(
        "\nThe run goes on. See ./motifworks run show "
            + run
            + "; stop it with ./motifworks run cancel "
            + run);
  }
}
