package org.motifworks.interpret.mutagenesis;

import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.Prediction;
import org.motifworks.interpret.model.TokenBatch;

/**
 * What every single substitution of a sequence does to a class (in-silico saturation mutagenesis).
 *
 * @param logit of the sequence as it is
 * @param effects logit with another letter minus that, a row for each position that was changed,
 *     shape {@code [positions][4]} (A C G T); 0 for the letter that is there
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
public record Mutagenesis(double logit, double probability, double[][] effects) {
  private static final int BATCH = 128;
  private static final int LETTERS = 4;

  /**
   * Scores all of them at the positions {@code [from, to)}: three a position, four where it is N.
   *
   * @param tokens A C G T N = 0..4, as long as the model's window
   */
  public static Mutagenesis of(
      InferenceSession session, byte[] tokens, int from, int to, int classIndex) {
    Prediction reference = session.predict(TokenBatch.of(tokens));
    double logit = reference.logit(0, classIndex);
    double[][] effects = new double[to - from][LETTERS];
    TokenBatch batch = new TokenBatch(BATCH, tokens.length);
    int[] cells = new int[BATCH]; // (position - from) * 4 + letter of each row
    byte[] mutant = tokens.clone();
    for (int cell = 0; cell < effects.length * LETTERS; cell++) {
      int position = from + cell / LETTERS;
      if (cell % LETTERS == tokens[position]) continue;
      mutant[position] = (byte) (cell % LETTERS);
      cells[batch.rows()] = cell;
      batch.add(mutant);
      mutant[position] = tokens[position];
      if (batch.isFull()) score(session, batch, cells, classIndex, logit, effects);
    }
    if (!batch.isEmpty()) score(session, batch, cells, classIndex, logit, effects);
    return new Mutagenesis(logit, reference.probability(0, classIndex), effects);
  }

  private static void score(
      InferenceSession session,
      TokenBatch batch,
      int[] cells,
      int classIndex,
      double logit,
      double[][] effects) {
    Prediction prediction = session.predict(batch);
    for (int row = 0; row < batch.rows(); row++) {
      effects[cells[row] / LETTERS][cells[row] % LETTERS] =
          prediction.logit(row, classIndex) - logit;
    }
    batch.clear();
  }

  /**
   * How much each letter of the sequence adds to the logit: minus the mean effect of the others.
   *
   * @param tokens those of the positions that were changed
   * @return one a position
   */
  public double[] importance(byte[] tokens) {
    double[] importance = new double[effects.length];
    for (int i = 0; i < importance.length; i++) {
      double sum = 0;
      for (double effect : effects[i]) sum += effect;
      importance[i] = tokens[i] < LETTERS ? -sum / (LETTERS - 1) : 0;
    }
    return importance;
  }
}
