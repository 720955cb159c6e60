package org.motifworks.interpret.explanation;

import java.util.ArrayList;
import java.util.List;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.score.ScoreSettings;
import org.motifworks.interpret.score.ScoreSettings.Longer;
import org.motifworks.interpret.score.ScoreSettings.Shorter;
import org.motifworks.interpret.score.Windows;
import org.motifworks.kit.problem.Problem;

/** Which parts of a sequence are explained: its windows as they are scored, or the best of them. */
public final class PartChoice {
  /** Windows among which the best is looked for. */
  static final int MOST_SCORED = 20_000;

  /** Positions of all windows that are explained together. */
  static final int MOST_POSITIONS = 20_000;

  private static final int BATCH = 128;

  private final InferenceSession session;
  private final int window;
  private final ScoreSettings settings;
  private final Windows windows;

  /**
   * @param window the model's, nt
   * @param settings whose {@code longer} is not {@link Longer#MEAN}, which no single window shows;
   *     {@link Longer#MAX} stands for the window in which the class scores highest
   */
  public PartChoice(InferenceSession session, int window, ScoreSettings settings) {
    this.session = session;
    this.window = window;
    this.settings = settings;
    this.windows = new Windows(window, settings.stride());
  }

  /**
   * The parts, in order; one but for {@link Longer#WINDOWS}.
   *
   * @param sequence tokens, any number
   * @throws Problem {@code sequence.wrong-length}, {@code explanation.too-large} (422)
   */
  public List<Part> of(byte[] sequence, int classIndex) {
    check(sequence.length);
    if (sequence.length > window && settings.longer() == Longer.MAX) {
      refuseOver(windows.count(sequence.length), MOST_SCORED);
      return List.of(best(sequence, classIndex));
    }
    refuseOver(windows.count(sequence.length), Math.max(1, MOST_POSITIONS / window));
    List<Part> parts = new ArrayList<>();
    for (int start = 0; ; start = windows.next(start, sequence.length)) {
      parts.add(part(sequence, start));
      if (windows.isLast(start, sequence.length)) return parts;
    }
  }

  /** The first of those whose logit of the class is largest. */
  private Part best(byte[] sequence, int classIndex) {
    TokenBatch batch = new TokenBatch(BATCH, window);
    int[] starts = new int[BATCH];
    int best = 0;
    float highest = Float.NEGATIVE_INFINITY;
    byte[] row = new byte[window];
    for (int start = 0; ; start = windows.next(start, sequence.length)) {
      boolean last = windows.isLast(start, sequence.length);
      windows.cut(sequence, start, row);
      starts[batch.rows()] = start;
      batch.add(row);
      if (batch.isFull() || last) {
        Prediction prediction = session.predict(batch);
        for (int i = 0; i < batch.rows(); i++) {
          if (prediction.logit(i, classIndex) <= highest) continue;
          highest = prediction.logit(i, classIndex);
          best = starts[i];
        }
        batch.clear();
      }
      if (last) return part(sequence, best);
    }
  }

  private Part part(byte[] sequence, int start) {
    byte[] row = new byte[window];
    windows.cut(sequence, start, row);
    return new Part(
        start, windows.end(start, sequence.length), row, windows.padding(sequence.length));
  }

  private void check(int length) {
    boolean shorter = length < window && (length == 0 || settings.shorter() == Shorter.REFUSE);
    boolean longer = length > window && settings.longer() == Longer.REFUSE;
    if (!shorter && !longer) return;
    String way = "";
    if (longer) way = ", or ask with longer=max for its best window or longer=windows for all";
    if (shorter && length > 0) way = ", or ask with shorter=pad to have N on both sides";
    throw new Problem(
        422,
        "sequence.wrong-length",
        "A sequence of the wrong length",
        "The sequence has " + length + " nt, the model takes " + window + " nt.",
        "Send exactly " + window + " nt" + way + ".");
  }

  private static void refuseOver(long asked, int most) {
    if (asked <= most) return;
    throw new Problem(
        422,
        "explanation.too-large",
        "Too many windows for one request",
        "The sequence has "
            + asked
            + " windows; at most "
            + most
            + " are looked at in one request.",
        "Send a part of the sequence, or ask with a larger stride.");
  }
}
