package org.motifworks.interpret.score;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.motifworks.interpret.registry.TrainedModel;

/** Writes results in input order, and at the end how many there were. */
interface ScoreWriter {

  /** A sequence, or a window of it. */
  void scores(ScoreRow row) throws IOException;

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
   * @param settings whether results are of windows, so that each has a place, and have hits or
   *     saliency
   */
  static ScoreWriter of(
      ScoreFormat format,
      OutputStream output,
      List<String> classes,
      ScoreSettings settings,
      TrainedModel model)
      throws IOException {
    return switch (format) {
      case NDJSON -> new NdjsonScores(output, classes, settings);
      case TSV -> new TsvScores(output, classes, settings);
      case ARROW -> new ArrowScores(output, classes, settings, model);
    };
  }
}
