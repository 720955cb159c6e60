package org.motifworks.data.scoring;

import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.problem.Problem;

/** What can be wrong with a scoring, or with a question about one. */
final class ScoringProblems {

  private ScoringProblems() {}

  static Problem unknown(String id) {
    return new Problem(
        404,
        "scoring.unknown",
        "No such scoring",
        "There is no scoring with the id '" + id + "'.",
        "GET /v1/scorings lists those there are.");
  }

  static Problem noScores(String id, ScoringState state) {
    return new Problem(
        409,
        "scoring.no-scores",
        "A scoring without scores",
        "Scoring " + id + " is " + state + ".",
        state.ended() ? "Ask for it again." : "Wait until it has SUCCEEDED.");
  }

  static Problem of(SourceProblem e) {
    return unreadable(e.code(), e.detail(), e.action()).causedBy(e);
  }

  /** What was to be scored cannot be read to its end. */
  static Problem unreadable(String code, String detail, String action) {
    return new Problem(422, code, "This cannot be scored", detail, action);
  }
}
