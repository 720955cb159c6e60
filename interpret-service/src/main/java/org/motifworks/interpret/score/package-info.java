/**
 * Scoring of sequences as they stream in: {@link org.motifworks.interpret.score.ScoreInput} reads
 * them, {@link org.motifworks.interpret.score.ScoreStream} runs them in batches and writes a line
 * each, in order, with bounded memory however long the stream is.
 */
package org.motifworks.interpret.score;
