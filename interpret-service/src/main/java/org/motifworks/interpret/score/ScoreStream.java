package org.motifworks.interpret.score;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.motifworks.interpret.model.ModelLease;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.model.TrainedModel;

/** Scores a stream of sequences with one model, from its first to its last. */
final class ScoreStream {
  private static final int BATCH = 128;

  private final ModelLease model;
  private final Executor readers;
  private final TokenBatch batch;

  ScoreStream(ModelLease model, Executor readers) {
    this.model = model;
    this.readers = readers;
    this.batch = new TokenBatch(BATCH, model.description().window());
  }

  /** How much there was. */
  record Outcome(long count, long errors) {}

  /**
   * Writes a line for each record of the input.
   *
   * @param told the model as the last line names it
   * @throws IOException when the sender or the receiver went away
   */
  Outcome run(ScoreInput input, OutputStream output, TrainedModel told)
      throws IOException, InterruptedException {
    ScoreWriter writer = new ScoreWriter(output, model.description().classes());
    List<ScoreItem> items = new ArrayList<>(BATCH);
    boolean fatal = false;
    try (ReadAhead ahead = new ReadAhead(input, readers)) {
      for (boolean more = true; more; ) {
        items.clear();
        more = ahead.take(items, BATCH);
        fatal |= score(items, writer);
        writer.flush();
      }
    }
    if (!fatal) writer.end(told);
    return new Outcome(writer.count(), writer.errors());
  }

  /** Scores a few items; says whether one of them ended the input. */
  private boolean score(List<ScoreItem> items, ScoreWriter writer) throws IOException {
    batch.clear();
    items.replaceAll(this::checked);
    for (ScoreItem item : items) item.tokens().ifPresent(batch::add);
    Prediction prediction = model.session().predict(batch);
    boolean fatal = false;
    int row = 0;
    for (ScoreItem item : items) {
      if (item.tokens().isPresent()) {
        writer.scores(item.id().orElseThrow(), prediction, row++);
      } else {
        writer.error(item);
        fatal |= item.error().orElseThrow().fatal();
      }
    }
    return fatal;
  }

  private ScoreItem checked(ScoreItem item) {
    int window = batch.window();
    if (item.tokens().isEmpty() || item.tokens().get().length == window) return item;
    return ScoreItem.bad(
        item.id().orElse(""),
        "sequence.wrong-length",
        "The sequence has "
            + item.tokens().get().length
            + " nt, the model takes "
            + window
            + " nt.");
  }
}
