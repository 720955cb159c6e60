package org.motifworks.interpret.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.motifworks.contracts.interpretation.SaliencyRule;
import org.motifworks.core.sequence.ReverseComplement;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.ModelOutline;
import org.motifworks.interpret.model.TokenBatch;
import org.motifworks.interpret.saliency.ClassGradient;

/**
 * Why sequences have the scores they have. Of a sequence that was read as several rows (windows,
 * strands) the one is explained in which the class is most probable.
 */
final class SequenceSaliency {
  private static final int LETTERS = 4;
  private static final int VALUES_HELD = 1 << 20; // 4 MiB
  private static final int MOST_ROWS = 128;

  private final ClassGradient gradient;
  private final List<String> classes;
  private final OptionalInt wanted;
  private final int window;
  private final Windows windows;
  private final int rowsAtOnce;

  /** Of the rows since the last {@link #take}: each class's largest probability, and where. */
  private final float[] largest;

  private final int[] starts;
  private final boolean[] reverse;

  /**
   * @param wanted index of the class to explain; each sequence's most probable one when absent
   */
  SequenceSaliency(InferenceSession session, ModelOutline model, OptionalInt wanted) {
    this.gradient = new ClassGradient(session, SaliencyRule.GUIDED);
    this.classes = model.classes();
    this.wanted = wanted;
    this.window = model.window();
    this.windows = new Windows(window, OptionalInt.empty());
    this.rowsAtOnce =
        Math.max(1, Math.min(MOST_ROWS, VALUES_HELD / (LETTERS * Math.max(1, model.window()))));
    this.largest = new float[classes.size()];
    this.starts = new int[classes.size()];
    this.reverse = new boolean[classes.size()];
    Arrays.fill(largest, -1);
  }

  /** A row that is to be explained. */
  @SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
  record Question(byte[] tokens, int start, boolean reverse, int classIndex) {}

  /** How many questions are answered in one go. */
  int rowsAtOnce() {
    return rowsAtOnce;
  }

  /**
   * Takes a row into account.
   *
   * @param probabilities of which {@code [from, from + classes)} are the row's
   * @param start of the row's window in its sequence
   */
  void add(float[] probabilities, int from, int start, boolean onReverse) {
    for (int i = 0; i < largest.length; i++) {
      if (probabilities[from + i] <= largest[i]) continue;
      largest[i] = probabilities[from + i];
      starts[i] = start;
      reverse[i] = onReverse;
    }
  }

  /**
   * What there is to explain of the rows since the last call.
   *
   * @param tokens the sequence
   * @param scores what the rows came to
   */
  Question take(byte[] tokens, float[] scores) {
    int of = wanted.orElseGet(() -> indexOfLargest(scores));
    Question question = new Question(tokens, starts[of], reverse[of], of);
    Arrays.fill(largest, -1);
    return question;
  }

  /** The answers, one a question; at most {@link #rowsAtOnce()} at once. */
  List<RowSaliency> answer(List<Question> questions) {
    int[] of = new int[questions.size()];
    TokenBatch batch = new TokenBatch(questions.size(), window);
    byte[] row = new byte[window];
    for (int i = 0; i < of.length; i++) {
      Question question = questions.get(i);
      of[i] = question.classIndex();
      windows.cut(question.tokens(), question.start(), row);
      if (question.reverse()) ReverseComplement.inPlace(row);
      batch.add(row);
    }
    float[][] values = gradient.atLetters(batch, of);
    List<RowSaliency> answers = new ArrayList<>(of.length);
    for (int i = 0; i < of.length; i++) answers.add(placed(questions.get(i), values[i]));
    return answers;
  }

  /** Values of a row, back in the order of the sequence, without those of the padding. */
  private RowSaliency placed(Question question, float[] ofRow) {
    int length = Math.min(question.tokens().length, window);
    int first = windows.padding(question.tokens().length);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      int at = first + i;
      values[i] = ofRow[question.reverse() ? window - 1 - at : at];
    }
    char strand = question.reverse() ? '-' : '+';
    return new RowSaliency(classes.get(question.classIndex()), question.start(), strand, values);
  }

  private static int indexOfLargest(float[] scores) {
    int largest = 0;
    for (int i = 1; i < scores.length; i++) if (scores[i] > scores[largest]) largest = i;
    return largest;
  }
}
