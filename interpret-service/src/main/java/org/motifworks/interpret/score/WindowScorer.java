package org.motifworks.interpret.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.interpret.model.ModelOutline;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/**
 * Cuts sequences into rows of the model's window, runs the rows in batches, and puts what belongs
 * together together again, in input order. {@link Windows} says where the rows lie.
 */
final class WindowScorer {
  private static final int BATCH = 128;

  private final Function<TokenBatch, Prediction> predict;
  private final Optional<FilterHits> hits;
  private final Optional<SequenceSaliency> saliency;
  private final ScoreSettings settings;
  private final ExplainedRows rows;
  private final int window;
  private final Windows cuts;
  private final TokenBatch batch;
  private final byte[] row;
  private final List<Pending> pending = new ArrayList<>(BATCH);
  private final Combination strands;
  private final Combination windows;
  private long errors;
  private boolean inputBroken;

  /**
   * @param predict the model's classes' scores of a batch
   * @param hits where they are asked for
   * @param saliency where it is asked for; told what the rows score
   */
  WindowScorer(
      ModelOutline model,
      Function<TokenBatch, Prediction> predict,
      Optional<FilterHits> hits,
      Optional<SequenceSaliency> saliency,
      ScoreSettings settings,
      ExplainedRows rows) {
    this.predict = predict;
    this.hits = hits;
    this.saliency = saliency;
    this.settings = settings;
    this.rows = rows;
    this.window = model.window();
    this.cuts = new Windows(window, settings.stride());
    this.batch = new TokenBatch(BATCH, window);
    this.row = new byte[window];
    int classes = model.classes().size();
    this.strands =
        settings.strands() == ScoreSettings.Strands.MEAN
            ? Combination.mean(classes)
            : Combination.max(classes);
    this.windows =
        settings.longer() == ScoreSettings.Longer.MEAN
            ? Combination.mean(classes)
            : Combination.max(classes);
  }

  /**
   * Something whose turn to be written has not come.
   *
   * @param item what was sent; bad, or the row of the batch is a part of it
   * @param start of the row in the sequence, 0-based
   * @param reverse whether it is read from the other strand
   * @param windowEnds whether the row is the last strand of its window
   * @param itemEnds whether it is the last row of the sequence
   */
  private record Pending(
      ScoreItem item, int start, boolean reverse, boolean windowEnds, boolean itemEnds) {}

  /** Takes an item; its result is written by {@link #flush()} at the latest. */
  void add(ScoreItem item) throws IOException {
    ScoreItem checked = checked(item);
    if (checked.tokens().isEmpty()) {
      pending.add(new Pending(checked, 0, false, true, true));
      if (pending.size() >= 2 * BATCH) flush();
      return;
    }
    byte[] tokens = checked.tokens().get();
    for (int start = 0; ; start = cuts.next(start, tokens.length)) {
      boolean last = cuts.isLast(start, tokens.length);
      addWindow(checked, tokens, start, last);
      if (last) return;
    }
  }

  /** Runs and writes all that was added. */
  void flush() throws IOException {
    Prediction prediction = predict.apply(batch);
    hits.ifPresent(found -> found.look(batch));
    int row = 0;
    for (Pending each : pending) {
      if (each.item().tokens().isEmpty()) {
        tellError(each.item());
      } else {
        add(each, prediction, row);
        row++;
        if (each.windowEnds()) windowEnded(each);
      }
    }
    pending.clear();
    batch.clear();
  }

  /** Records that were told as errors. */
  long errors() {
    return errors;
  }

  /** Whether one of them was fatal, so that what came after it is not known. */
  boolean inputBroken() {
    return inputBroken;
  }

  private void add(Pending part, Prediction prediction, int row) {
    int from = row * prediction.classes();
    strands.add(prediction.probabilities(), from);
    if (saliency.isPresent()) {
      saliency.get().add(prediction.probabilities(), from, part.start(), part.reverse());
    }
    if (hits.isPresent()) {
      int length = part.item().tokens().orElseThrow().length;
      int start = part.start() - cuts.padding(length);
      hits.get().add(row, start, part.reverse(), length);
    }
  }

  private void tellError(ScoreItem item) throws IOException {
    errors++;
    inputBroken |= item.error().orElseThrow().fatal();
    rows.error(item);
  }

  private void windowEnded(Pending last) throws IOException {
    float[] scores = strands.take();
    byte[] tokens = last.item().tokens().orElseThrow();
    if (settings.longer() == ScoreSettings.Longer.WINDOWS) {
      int end = cuts.end(last.start(), tokens.length);
      write(last.item(), Optional.of(new ScoreRow.Place(last.start(), end)), scores);
      return;
    }
    windows.add(scores, 0);
    if (last.itemEnds()) write(last.item(), Optional.empty(), windows.take());
  }

  private void write(ScoreItem item, Optional<ScoreRow.Place> place, float[] scores)
      throws IOException {
    List<FilterHit> found = hits.map(FilterHits::take).orElse(List.of());
    String id = item.id().orElseThrow();
    rows.scores(
        new ScoreRow(id, place, scores, found, Optional.empty()), item.tokens().orElseThrow());
  }

  private void addWindow(ScoreItem item, byte[] tokens, int start, boolean last)
      throws IOException {
    cuts.cut(tokens, start, row);
    boolean both = settings.strands() != ScoreSettings.Strands.FORWARD;
    addRow(new Pending(item, start, false, !both, last && !both));
    if (!both) return;
    cuts.cut(tokens, start, row);
    ReverseComplement.inPlace(row);
    addRow(new Pending(item, start, true, true, last));
  }

  private void addRow(Pending what) throws IOException {
    if (batch.isFull()) flush();
    batch.add(row);
    pending.add(what);
  }

  private ScoreItem checked(ScoreItem item) {
    if (item.tokens().isEmpty()) return item;
    int length = item.tokens().get().length;
    boolean refused =
        length < window
            ? settings.shorter() == ScoreSettings.Shorter.REFUSE
            : length > window && settings.longer() == ScoreSettings.Longer.REFUSE;
    if (!refused) return item;
    return ScoreItem.bad(
        item.id().orElse(""),
        "sequence.wrong-length",
        "The sequence has " + length + " nt, the model takes " + window + " nt.");
  }
}
