package org.motifworks.interpret.score;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.registry.TrainedModel;

/** Scores a stream of sequences with one model, from its first to its last. */
final class ScoreStream {
  private static final int AT_ONCE = 128;

  private final ModelLease model;
  private final Executor readers;
  private final ScoreSettings settings;
  private final ScoreFormat format;

  ScoreStream(ModelLease model, Executor readers, ScoreSettings settings, ScoreFormat format) {
    this.model = model;
    this.readers = readers;
    this.settings = settings;
    this.format = format;
  }

  /**
   * Writes a result for each record of the input.
   *
   * @param told the model as the last line names it
   * @throws IOException when the sender or the receiver went away
   */
  ScoreWriter.Counts run(ScoreInput input, OutputStream output, TrainedModel told)
      throws IOException, InterruptedException {
    boolean windows = settings.longer() == ScoreSettings.Longer.WINDOWS;
    ScoreWriter writer = ScoreWriter.of(format, output, model.description().classes(), windows);
    WindowScorer scorer = new WindowScorer(model, settings, writer);
    List<ScoreItem> items = new ArrayList<>(AT_ONCE);
    long count = 0;
    try (ReadAhead ahead = new ReadAhead(input, readers)) {
      for (boolean more = true; more; ) {
        items.clear();
        more = ahead.take(items, AT_ONCE);
        for (ScoreItem item : items) scorer.add(item);
        count += items.size();
        scorer.flush();
        writer.flush();
      }
    }
    ScoreWriter.Counts counts = new ScoreWriter.Counts(count, scorer.errors());
    if (!scorer.inputBroken()) writer.end(counts, told);
    return counts;
  }
}
