package org.motifworks.data.dataset;

import org.motifworks.data.source.SourceProblem;
import org.motifworks.kit.problem.Problem;

/** What is wrong with a source, as the door and the failed dataset tell it. */
final class SourceProblems {

  private SourceProblems() {}

  static Problem problem(SourceProblem e) {
    return new Problem(422, e.code(), "A dataset cannot be made from this", e.detail(), e.action())
        .causedBy(e);
  }
}
