package org.motifworks.interpret.score;

/**
 * How much each nucleotide speaks for a class: guided gradient of the class's logit, at the letter
 * that is there (gradient x input).
 *
 * @param className what they speak for
 * @param start where in the sequence as it was sent the values begin, 0-based
 * @param strand the one that was read, {@code +} or {@code -}
 * @param values one a nucleotide from start on, in the order of the sequence as it was sent, on
 *     either strand; 0 for N
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a writer, never compared
record RowSaliency(String className, int start, char strand, float[] values) {}
