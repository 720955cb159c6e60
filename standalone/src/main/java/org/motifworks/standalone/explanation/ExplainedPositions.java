package org.motifworks.standalone.explanation;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an answer of {@code /saliency} or {@code /mutagenesis} says of each position of one window.
 *
 * @param letters of the window, A C G T N
 * @param start of it in the sequence, 0-based
 * @param numbers gradient of the logit, or effect on it, shape {@code [length][4]} (A C G T)
 * @param values how much the letter at each position counts, shape {@code [length]}: the gradient
 *     at that letter, or minus the mean effect of the three others
 */
@SuppressWarnings("ArrayRecordComponent") // short-lived, never compared
record ExplainedPositions(String letters, int start, double[][] numbers, double[] values) {

  static ExplainedPositions of(JsonNode answer) {
    boolean mutagenesis = answer.has("effects");
    JsonNode rows = answer.path(mutagenesis ? "effects" : "gradient");
    String letters = answer.path("sequence").asText();
    double[][] numbers = new double[letters.length()][4];
    double[] values = new double[letters.length()];
    for (int i = 0; i < values.length; i++) {
      double sum = 0;
      for (int letter = 0; letter < 4; letter++) {
        numbers[i][letter] = rows.path(i).path(letter).asDouble();
        sum += numbers[i][letter];
      }
      int there = "ACGT".indexOf(letters.charAt(i));
      if (there >= 0) values[i] = mutagenesis ? -sum / 3 : numbers[i][there];
    }
    return new ExplainedPositions(letters, answer.path("start").asInt(), numbers, values);
  }

  /** The largest size of a value; 0 where all are. */
  double largest() {
    double largest = 0;
    for (double value : values) largest = Math.max(largest, Math.abs(value));
    return largest;
  }
}
