package org.motifworks.interpret.score;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes results in their order. Where rows are explained, they wait, with what comes between them,
 * until there are as many as are explained in one go.
 */
final class ExplainedRows {
  private final ScoreWriter writer;
  private final Optional<SequenceSaliency> saliency;
  private final List<Waiting> waiting = new ArrayList<>();
  private final List<SequenceSaliency.Question> questions = new ArrayList<>();

  ExplainedRows(ScoreWriter writer, Optional<SequenceSaliency> saliency) {
    this.writer = writer;
    this.saliency = saliency;
  }

  /** A row, or a bad item. */
  private record Waiting(Optional<ScoreRow> row, Optional<ScoreItem> bad) {}

  /**
   * A result whose turn has come.
   *
   * @param tokens its sequence
   */
  void scores(ScoreRow row, byte[] tokens) throws IOException {
    if (saliency.isEmpty()) {
      writer.scores(row);
      return;
    }
    questions.add(saliency.get().take(tokens, row.probabilities()));
    waiting.add(new Waiting(Optional.of(row), Optional.empty()));
    if (questions.size() >= saliency.get().rowsAtOnce()) flush();
  }

  /** An error whose turn has come. */
  void error(ScoreItem item) throws IOException {
    if (waiting.isEmpty()) writer.error(item);
    else waiting.add(new Waiting(Optional.empty(), Optional.of(item)));
  }

  /** Explains and writes all that waits. */
  void flush() throws IOException {
    if (waiting.isEmpty()) return;
    List<RowSaliency> answers = saliency.orElseThrow().answer(questions);
    int next = 0;
    for (Waiting each : waiting) {
      if (each.row().isPresent()) writer.scores(each.row().get().explained(answers.get(next++)));
      else writer.error(each.bad().orElseThrow());
    }
    waiting.clear();
    questions.clear();
  }
}
