package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ExperimentView;
import org.motifworks.standalone.api.Follow;
import org.motifworks.standalone.terminal.Step;
import org.motifworks.standalone.terminal.Terminal;

/** Watches an experiment to its end: a line for each run as it ends, and what goes on below. */
public final class ExperimentFollower {

  private final Follow follow;
  private final Terminal terminal;
  private final Set<String> told = new HashSet<>();
  private Step step;

  public ExperimentFollower(Api api, Terminal terminal) {
    this.follow = new Follow(api);
    this.terminal = terminal;
  }

  /** Returns its document; it has ended, well or not. */
  public JsonNode experiment(String id) {
    step = Step.begin(terminal, "experiment");
    try {
      return follow.until(
          "/v1/experiments/" + Api.segment(id),
          Optional.empty(),
          now -> ExperimentView.of(now).hasEnded(),
          now -> show(ExperimentView.of(now)));
    } finally {
      step.close();
    }
  }

  private void show(ExperimentView experiment) {
    for (ExperimentView.Run run : experiment.runs()) {
      if (run.isSettled() && told.add(run.id())) tell(run, experiment);
    }
    step.update(0, 0, goingOn(experiment));
  }

  private void tell(ExperimentView.Run run, ExperimentView experiment) {
    step.succeed(
        String.format(
            Locale.ROOT,
            "%d of %d  %s: %s",
            told.size(),
            experiment.counts().total(),
            run.label(),
            ExperimentText.outcome(run)));
    step.close();
    boolean last = experiment.runs().stream().allMatch(each -> told.contains(each.id()));
    if (!last) step = Step.begin(terminal, "experiment");
  }

  private static String goingOn(ExperimentView experiment) {
    String training =
        experiment.runs().stream()
            .filter(run -> run.state().equals("RUNNING"))
            .map(
                run ->
                    run.label()
                        + run.progress()
                            .map(p -> " epoch " + p.epoch() + "/" + p.epochs())
                            .orElse(""))
            .collect(Collectors.joining(", "));
    if (!training.isEmpty()) return training;
    return experiment.state().toLowerCase(Locale.ROOT);
  }
}
