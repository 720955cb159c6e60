package org.motifworks.standalone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.api.Download;
import org.motifworks.standalone.api.FilterView;
import org.motifworks.standalone.api.ModelView;
import org.motifworks.standalone.api.RunView;
import org.motifworks.standalone.job.JobFollower;
import org.motifworks.standalone.job.JobRequests;

/** Takes simulated sequences to motifs on a running system. */
public final class Demo {

  /** What is copied beside the summary: its name there, and where it comes from. */
  private static final Map<String, String> FILES =
      Map.of(
          "report.html", "report.html",
          "predict.onnx", "artifacts/predict.onnx",
          "filters.meme", "filters.meme",
          "matches.tsv", "matches.tsv");

  private final Api api;
  private final JobFollower follower;
  private final DemoSettings settings;

  public Demo(Api api, JobFollower follower, DemoSettings settings) {
    this.api = api;
    this.follower = follower;
    this.settings = settings;
  }

  /** The experiment's results, for printing. */
  public record Result(ModelView model, List<FilterView> filters, DemoSummary summary) {}

  /**
   * Runs what is not there yet and copies the results to {@code out}.
   *
   * @param start time the system took to be up
   */
  public Result run(Path out, Duration start) {
    Instant began = Instant.now();
    JobRequests requests = new JobRequests(api);
    JsonNode asked = requests.dataset(settings.datasetRequest(), settings.datasetName());
    DatasetView dataset = DatasetView.of(follower.dataset(asked.path("id").asText()));
    Instant datasetReady = Instant.now();

    String key = settings.runName() + "-" + dataset.id();
    JsonNode accepted = requests.run(settings.runRequest(dataset.id()), key);
    RunView run = RunView.of(follower.run(accepted.path("id").asText()));
    Instant trained = Instant.now();

    ModelView model = ModelView.of(follower.interpretation(run.id()));
    Instant interpreted = Instant.now();

    DemoSummary.Seconds seconds =
        new DemoSummary.Seconds(
            seconds(start),
            phase(dataset.startedAt(), dataset.endedAt(), began, datasetReady),
            phase(run.startedAt(), run.endedAt(), datasetReady, trained),
            seconds(Duration.between(trained, interpreted)),
            seconds(start.plus(Duration.between(began, interpreted))));
    copyResults(out, model.id());
    DemoSummary summary =
        DemoSummary.of(model, dataset.id(), seconds, out.resolve("report.html").toString());
    write(out.resolve("summary.json"), summary);
    JsonNode interpretation = api.get("/v1/models/" + Api.segment(model.id()) + "/interpretation");
    return new Result(model, FilterView.allOf(interpretation), summary);
  }

  private void copyResults(Path out, String model) {
    FILES.forEach(
        (name, path) ->
            Download.to(out.resolve(name), api, "/v1/models/" + Api.segment(model) + "/" + path));
  }

  /** As we waited for it; as the service says when it was done before we asked. */
  private static double phase(
      Optional<Instant> started, Optional<Instant> ended, Instant asked, Instant seen) {
    boolean doneBefore = ended.isPresent() && ended.get().isBefore(asked);
    if (doneBefore && started.isPresent()) {
      return seconds(Duration.between(started.get(), ended.get()));
    }
    return seconds(Duration.between(asked, seen));
  }

  private static double seconds(Duration duration) {
    return Math.round(duration.toMillis() / 100.0) / 10.0;
  }

  private static void write(Path file, DemoSummary summary) {
    try {
      Files.writeString(
          file, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
