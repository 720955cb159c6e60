package org.motifworks.interpret.score;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.motifworks.interpret.registry.TrainedModel;

/** Writes results in input order, and at the end how many there were. */
interface ScoreWriter {

  /** Probabilities of a whole sequence, one a class. */
  void scores(String id, float[] probabilities) throws IOException;

  /** Probabilities of the part {@code [start, end)} of a sequence, 0-based. */
  void scores(String id, int start, int end, float[] probabilities) throws IOException;

  /** Why a record has no scores. */
  void error(ScoreItem item) throws IOException;

  /** The last line; an answer without it was cut off. */
  void end(Counts counts, TrainedModel model) throws IOException;

  /** Sends what is written so far on its way. */
  void flush() throws IOException;

  /**
   * How much there was.
   *
   * @param count records of the input, bad ones among them
   * @param errors bad ones
   */
  record Counts(long count, long errors) {}

  /**
   * A writer.
   *
   * @param windows whether results are of windows, so that each has a place
   */
  static ScoreWriter of(
      ScoreFormat format, OutputStream output, List<String> classes, boolean windows)
      throws IOException {
    return format == ScoreFormat.TSV
        ? new TsvScores(output, classes, windows)
        : new NdjsonScores(output, classes);
  }
}
