package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.DatasetView;
import org.motifworks.standalone.api.Follow;
import org.motifworks.standalone.api.ModelView;
import org.motifworks.standalone.api.RunView;
import org.motifworks.standalone.api.ScoringView;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Step;
import org.motifworks.standalone.terminal.Terminal;

/**
 * Watches datasets, runs, interpretations and scorings to their ends, with progress on the
 * terminal.
 */
public final class JobFollower {

  private final Follow follow;
  private final Terminal terminal;

  public JobFollower(Api api, Terminal terminal) {
    this.follow = new Follow(api);
    this.terminal = terminal;
  }

  /**
   * Waits for a dataset.
   *
   * @return its document; it is READY
   * @throws JobFailedException when it failed or was cancelled
   */
  public JsonNode dataset(String id) {
    String path = "/v1/datasets/" + Api.segment(id);
    AtomicInteger looks = new AtomicInteger();
    try (Step step = Step.begin(terminal, "dataset")) {
      JsonNode document =
          follow.until(
              path,
              Optional.of(path + "/events"),
              now -> DatasetView.of(now).hasEnded(),
              now -> {
                looks.incrementAndGet();
                show(step, DatasetView.of(now));
              });
      DatasetView dataset = DatasetView.of(document);
      if (!dataset.isReady()) {
        throw JobFailedException.of(
            "Dataset " + dataset.name(), dataset.state(), dataset.problem());
      }
      step.succeed(found(looks) + DatasetText.summary(dataset));
      return document;
    }
  }

  /**
   * Waits for a run.
   *
   * @return its document; it SUCCEEDED
   * @throws JobFailedException when it failed or was cancelled
   */
  public JsonNode run(String id) {
    String path = "/v1/runs/" + Api.segment(id);
    AtomicInteger looks = new AtomicInteger();
    try (Step step = Step.begin(terminal, "training")) {
      JsonNode document =
          follow.until(
              path,
              Optional.of(path + "/events"),
              now -> RunView.of(now).hasEnded(),
              now -> {
                looks.incrementAndGet();
                show(step, RunView.of(now));
              });
      RunView run = RunView.of(document);
      if (!run.hasSucceeded()) {
        throw JobFailedException.of("Run " + run.id(), run.state(), run.problem());
      }
      step.succeed(found(looks) + RunText.summary(run));
      return document;
    }
  }

  /**
   * Waits for a model's interpretation.
   *
   * @return the model's document
   * @throws JobFailedException when the interpretation failed
   */
  public JsonNode interpretation(String model) {
    AtomicInteger looks = new AtomicInteger();
    try (Step step = Step.begin(terminal, "interpretation")) {
      JsonNode document =
          follow.until(
              "/v1/models/" + Api.segment(model),
              Optional.empty(),
              now -> ModelView.of(now).isSettled(),
              now -> {
                looks.incrementAndGet();
                step.update(0, 0, "filters, motifs, matches, saliency");
              });
      ModelView view = ModelView.of(document);
      if (!view.isInterpreted()) {
        throw JobFailedException.of(
            "The interpretation of model " + view.id(),
            "FAILED",
            view.interpretation()
                .flatMap(ModelView.Interpretation::problemDetail)
                .map(TextNode::valueOf));
      }
      step.succeed(found(looks) + ModelText.matches(view));
      return document;
    }
  }

  /**
   * Waits for a bulk scoring.
   *
   * @return its document; it SUCCEEDED
   * @throws JobFailedException when it failed or was cancelled
   */
  public JsonNode scoring(String id) {
    AtomicInteger looks = new AtomicInteger();
    try (Step step = Step.begin(terminal, "scoring")) {
      JsonNode document =
          follow.until(
              "/v1/scorings/" + Api.segment(id),
              Optional.empty(),
              now -> ScoringView.of(now).hasEnded(),
              now -> {
                looks.incrementAndGet();
                ScoringView.Progress progress = ScoringView.of(now).progress();
                step.update(progress.done() / 1000, progress.total() / 1000, "KB");
              });
      ScoringView scoring = ScoringView.of(document);
      if (!scoring.hasSucceeded()) {
        throw JobFailedException.of("Scoring " + id, scoring.state(), scoring.problem());
      }
      step.succeed(found(looks) + ScoringText.summary(scoring));
      return document;
    }
  }

  /** A job that had ended at the first look was done before. */
  private static String found(AtomicInteger looks) {
    return looks.get() == 1 ? "already there: " : "";
  }

  private static void show(Step step, DatasetView dataset) {
    dataset
        .progress()
        .ifPresentOrElse(
            progress -> step.update(progress.done(), progress.total(), ""),
            () -> step.update(0, 0, dataset.state().toLowerCase(Locale.ROOT)));
  }

  private static void show(Step step, RunView run) {
    if (run.progress().isEmpty() || run.progress().get().epoch() == 0) {
      step.update(0, 0, run.state().toLowerCase(Locale.ROOT));
      return;
    }
    RunView.Progress progress = run.progress().get();
    if (progress.phase().filter("exporting"::equals).isPresent()) {
      step.update(0, 0, "exports and checks the ONNX graphs");
      return;
    }
    String loss =
        progress.validationLoss().map(l -> "validation loss " + Amount.loss(l)).orElse("");
    String best =
        progress.bestValidationLoss().map(l -> " (best " + Amount.loss(l) + ")").orElse("");
    step.update(progress.epoch(), progress.epochs(), loss + best);
  }
}
