package org.motifworks.data.dataset;

import java.util.List;
import java.util.stream.Collectors;
import org.motifworks.kit.problem.Problem;

/** What can be wrong with a question about a dataset. */
final class DatasetProblems {

  /** The code of what will pass by itself. */
  static final String NOT_READY = "dataset.not-ready";

  private DatasetProblems() {}

  static Problem unknown(String idOrName) {
    return new Problem(
        404,
        "dataset.unknown",
        "No such dataset",
        "There is no dataset with the id or name '" + idOrName + "'.",
        "GET /v1/datasets lists those there are.");
  }

  /**
   * Its code tells whether waiting helps: {@code dataset.not-ready}, or {@code dataset.no-data}.
   */
  static Problem notReady(DatasetView dataset) {
    boolean ended = dataset.state().ended();
    return new Problem(
        409,
        ended ? "dataset.no-data" : NOT_READY,
        "A dataset without data",
        "Dataset " + dataset.id() + " is " + dataset.state() + ".",
        ended ? "Make it again." : "Wait until it is READY.");
  }

  static Problem inUse(String id, List<DatasetReferences.Reference> by) {
    String who =
        by.stream()
            .limit(5)
            .map(each -> each.kind() + " " + each.id())
            .collect(Collectors.joining(", "));
    return new Problem(
        409,
        "dataset.in-use",
        "A dataset that is in use",
        "Dataset "
            + id
            + " is referred to by "
            + who
            + (by.size() > 5 ? " and " + (by.size() - 5) + " more" : "")
            + ".",
        "Wait for runs, and retire the models first: DELETE /v1/models/{id}. What a series is judged on stays.");
  }

  static Problem deleted(DatasetView dataset) {
    return new Problem(
        410,
        "dataset.deleted",
        "A dataset that was deleted",
        "The files of dataset " + dataset.id() + " were given up after it was retired.",
        "Make it again: its source is in GET /v1/datasets/" + dataset.id() + ".");
  }

  static Problem ended(DatasetView dataset) {
    return new Problem(
        409,
        "dataset.ended",
        "A dataset that cannot be removed any further",
        "Dataset " + dataset.id() + " is " + dataset.state() + " already.",
        "Nothing needs to be done.");
  }
}
