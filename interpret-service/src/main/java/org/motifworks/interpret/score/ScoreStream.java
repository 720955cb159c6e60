package org.motifworks.interpret.score;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.ModelOutline;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.registry.TrainedModel;

/** Scores a stream of sequences with one model, from its first to its last. */
final class ScoreStream {
  private static final int AT_ONCE = 128;

  private final ModelOutline model;
  private final Function<TokenBatch, Prediction> predict;
  private final Optional<FilterHits> hits;
  private final Optional<SequenceSaliency> saliency;
  private final Executor readers;
  private final BatchMeters meters;
  private final ScoreSettings settings;
  private final ScoreFormat format;

  /**
   * @param predict the model's classes' scores of a batch
   * @param session of the model, for what else is asked of it
   */
  ScoreStream(
      ModelOutline model,
      Function<TokenBatch, Prediction> predict,
      InferenceSession session,
      Executor readers,
      BatchMeters meters,
      ScoreSettings settings,
      ScoreFormat format) {
    this.model = model;
    this.predict = predict;
    this.hits =
        settings.hits() > 0
            ? Optional.of(new FilterHits(session, model, settings.hits()))
            : Optional.empty();
    this.saliency =
        settings
            .saliency()
            .map(of -> new SequenceSaliency(session, model, wanted(of, model.classes())));
    this.readers = readers;
    this.meters = meters;
    this.settings = settings;
    this.format = format;
  }

  /**
   * Writes a result for each record of the input.
   *
   * @param told the model as the answer names it
   * @throws IOException when the sender or the receiver went away
   */
  ScoreWriter.Counts run(ScoreInput input, OutputStream output, TrainedModel told)
      throws IOException, InterruptedException {
    ScoreWriter writer = ScoreWriter.of(format, output, model.classes(), settings, told);
    ExplainedRows rows = new ExplainedRows(writer, saliency);
    WindowScorer scorer = new WindowScorer(model, predict, hits, saliency, settings, rows);
    List<ScoreItem> items = new ArrayList<>(AT_ONCE);
    long count = 0;
    try (ReadAhead ahead = new ReadAhead(input, readers)) {
      for (boolean more = true; more; ) {
        items.clear();
        more = ahead.take(items, AT_ONCE);
        long begun = System.nanoTime();
        long errors = scorer.errors();
        for (ScoreItem item : items) scorer.add(item);
        count += items.size();
        scorer.flush();
        rows.flush();
        writer.flush();
        if (!items.isEmpty()) answered(items.size(), scorer.errors() - errors, begun);
      }
    }
    ScoreWriter.Counts counts = new ScoreWriter.Counts(count, scorer.errors());
    if (!scorer.inputBroken()) writer.end(counts, told);
    return counts;
  }

  private void answered(long sequences, long errors, long begun) {
    meters.answered(sequences - errors, errors, Duration.ofNanos(System.nanoTime() - begun));
  }

  /** Which class; absent for each sequence's most probable one, unless a class is called so. */
  private static OptionalInt wanted(String className, List<String> classes) {
    int index = classes.indexOf(className);
    if (index >= 0) return OptionalInt.of(index);
    if (className.equals(ScoreSettings.TOP)) return OptionalInt.empty();
    throw new IllegalArgumentException("the model has no class '" + className + "'");
  }
}
