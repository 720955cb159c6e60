package org.motifworks.interpret.score;

/**
 * Where in a sequence a filter of the first layer is excited most.
 *
 * @param filter its number, 0-based
 * @param start first nucleotide under the filter, 0-based in the sequence as it was sent
 * @param end after the last one; a filter that reaches over an end of the sequence is cut there
 * @param strand {@code +}, or {@code -} for one that reads the reverse complement
 * @param activation after batch norm and activation function, before the pool
 */
record FilterHit(int filter, int start, int end, char strand, float activation) {}
