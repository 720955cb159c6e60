package org.motifworks.benchmarks.experiment;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.motifworks.standalone.api.Api;

/**
 * Which share of an experiment's time its training slots trained: {@code ExperimentShare URL
 * EXPERIMENT SLOTS}, of a system that runs and an experiment that has ended.
 *
 * <p>Training is the sum of all epochs, validation included. A run's rest, from its row's start to
 * its end, is what comes once a run: starting the worker, checkpoints, the test split, export and
 * check. What is left of the slots' time from the first start to the last end is waiting between
 * runs and for the last run of all.
 */
public final class ExperimentShare {

  private ExperimentShare() {}

  /** Prints a row for each run and the shares of the whole. */
  public static void main(String[] arguments) {
    if (arguments.length != 3) throw new IllegalArgumentException("URL EXPERIMENT SLOTS");
    print(new Api(URI.create(arguments[0])), arguments[1], Integer.parseInt(arguments[2]));
  }

  private static void print(Api api, String experiment, int slots) {
    System.out.printf(
        "%-14s %7s %12s %12s%n", "architecture", "epochs", "training, s", "the rest, s");
    double training = 0;
    double rest = 0;
    Instant first = Instant.MAX;
    Instant last = Instant.MIN;
    for (JsonNode each : api.get("/v1/experiments/" + experiment).path("runs")) {
      JsonNode run = api.get("/v1/runs/" + each.path("id").asText());
      if (!run.hasNonNull("endedAt") || !run.hasNonNull("startedAt")) {
        throw new IllegalStateException("run " + run.path("id").asText() + " has not ended");
      }
      Instant start = Instant.parse(run.path("startedAt").asText());
      Instant end = Instant.parse(run.path("endedAt").asText());
      JsonNode epochs = api.get("/v1/runs/" + run.path("id").asText() + "/epochs");
      double trained = 0;
      for (JsonNode epoch : epochs) trained += epoch.path("seconds").asDouble();
      double other = seconds(start, end) - trained;
      System.out.printf(
          "%-14s %7d %12.1f %12.1f%n",
          run.path("architecture").path("name").asText(), epochs.size(), trained, other);
      training += trained;
      rest += other;
      first = start.isBefore(first) ? start : first;
      last = end.isAfter(last) ? end : last;
    }
    double all = slots * seconds(first, last);
    System.out.printf(
        "of %.0f s of %d slots: training %.1f %%, the rest of runs %.1f %%, no run %.1f %%%n",
        all, slots, 100 * training / all, 100 * rest / all, 100 * (all - training - rest) / all);
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }
}
