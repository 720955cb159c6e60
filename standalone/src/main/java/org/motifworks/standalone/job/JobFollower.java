package org.motifworks.standalone.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
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
    return see(
        "dataset",
        path,
        Optional.of(path + "/events"),
        DatasetView::of,
        DatasetView::hasEnded,
        JobFollower::show,
        dataset -> {
          if (dataset.isReady()) return DatasetText.summary(dataset);
          throw JobFailedException.of(
              "Dataset " + dataset.name(), dataset.state(), dataset.problem());
        });
  }

  /**
   * Waits for a run.
   *
   * @return its document; it SUCCEEDED
   * @throws JobFailedException when it failed or was cancelled
   */
  public JsonNode run(String id) {
    String path = "/v1/runs/" + Api.segment(id);
    return see(
        "training",
        path,
        Optional.of(path + "/events"),
        RunView::of,
        RunView::hasEnded,
        JobFollower::show,
        run -> {
          if (run.hasSucceeded()) return RunText.summary(run);
          throw JobFailedException.of("Run " + run.id(), run.state(), run.problem());
        });
  }

  /**
   * Waits for a model's interpretation.
   *
   * @return the model's document
   * @throws JobFailedException when the interpretation failed
   */
  public JsonNode interpretation(String model) {
    return see(
        "interpretation",
        "/v1/models/" + Api.segment(model),
        Optional.empty(),
        ModelView::of,
        ModelView::isSettled,
        (step, view) -> step.update(0, 0, "filters, motifs, matches, saliency"),
        view -> {
          if (view.isInterpreted()) return ModelText.matches(view);
          throw JobFailedException.of(
              "The interpretation of model " + view.id(),
              "FAILED",
              view.interpretation()
                  .flatMap(ModelView.Interpretation::problemDetail)
                  .map(TextNode::valueOf));
        });
  }

  /**
   * Waits for a bulk scoring.
   *
   * @return its document; it SUCCEEDED
   * @throws JobFailedException when it failed or was cancelled
   */
  public JsonNode scoring(String id) {
    return see(
        "scoring",
        "/v1/scorings/" + Api.segment(id),
        Optional.empty(),
        ScoringView::of,
        ScoringView::hasEnded,
        JobFollower::show,
        scoring -> {
          if (scoring.hasSucceeded()) return ScoringText.summary(scoring);
          throw JobFailedException.of("Scoring " + id, scoring.state(), scoring.problem());
        });
  }

  /**
   * Sees a job through.
   *
   * @param outcome what it ended in, in words; throws where it went wrong
   * @return its document
   */
  private <V> JsonNode see(
      String what,
      String path,
      Optional<String> events,
      Function<JsonNode, V> view,
      Predicate<V> ended,
      BiConsumer<Step, V> show,
      Function<V, String> outcome) {
    AtomicInteger looks = new AtomicInteger();
    try (Step step = Step.begin(terminal, what)) {
      JsonNode document =
          follow.until(
              path,
              events,
              now -> ended.test(view.apply(now)),
              now -> {
                looks.incrementAndGet();
                show.accept(step, view.apply(now));
              });
      // A job that had ended at the first look was done before.
      String found = looks.get() == 1 ? "already there: " : "";
      step.succeed(found + outcome.apply(view.apply(document)));
      return document;
    }
  }

  private static void show(Step step, ScoringView scoring) {
    ScoringView.Progress progress = scoring.progress();
    step.update(progress.done() / 1000, progress.total() / 1000, "KB");
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
