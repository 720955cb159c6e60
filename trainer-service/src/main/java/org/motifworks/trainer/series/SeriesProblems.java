package org.motifworks.trainer.series;

import java.util.List;
import org.motifworks.kit.problem.Problem;

/** What can be wrong with a wish about series and aliases. */
public final class SeriesProblems {

  private SeriesProblems() {}

  static Problem unknown(String series) {
    return new Problem(
        404,
        "series.unknown",
        "A series that is not here",
        "There is no series '" + series + "'.",
        "List the series: GET /v1/series.");
  }

  static Problem nameTaken(String series) {
    return new Problem(
        409,
        "series.name-taken",
        "A name that is taken",
        "There is a series '" + series + "' of another dataset already.",
        "Choose another name: what a series fixes never changes.");
  }

  static Problem notComparable(String what, String series, String subject, String detail) {
    return new Problem(
        422,
        "series.other-" + what,
        "A model that cannot be compared with the series",
        subject + " and series '" + series + "': " + detail + ".",
        "Train on a dataset with the classes, window and test split of the series.");
  }

  static Problem whichSeries(String model, List<String> of) {
    return new Problem(
        422,
        "series.which",
        "A model without one series",
        "Model " + model + (of.isEmpty() ? " is in no series." : " is in " + of + "."),
        "Name the series, or ask for the model as series@version.");
  }

  static Problem unknownAlias(String series, String alias) {
    return new Problem(
        404,
        "alias.unknown",
        "An alias that is not here",
        "Series '" + series + "' has no alias '" + alias + "'.",
        "Give it to a model: POST /v1/models/{ref}/promote.");
  }

  /** A series of imported models alone, where a test split is asked for. */
  public static Problem noTestSplit(String series, String advice) {
    return new Problem(
        409,
        "series.no-test-split",
        "A series without a test split",
        "Series '" + series + "' was made for imported models, and has nothing to judge models on.",
        advice);
  }

  static Problem moved(String series, String alias, long expected, long found) {
    return new Problem(
            409,
            "alias.moved",
            "An alias that someone else has changed",
            series + "@" + alias + " is at generation " + found + ", not " + expected + ".",
            "Look at it again, and repeat the wish with the new generation if it still holds.")
        .at("generation", found);
  }

  static Problem nothingBefore(String series, String alias) {
    return new Problem(
        409,
        "alias.nothing-before",
        "An alias that cannot go back",
        series + "@" + alias + " stood for no other model before that is not retired.",
        "Promote the model it is to stand for.");
  }

  static Problem noAlias(String ref) {
    return new Problem(
        422,
        "alias.missing",
        "A rollback without an alias",
        "'" + ref + "' names no alias.",
        "Ask for it as series@alias, such as tf12@champion.");
  }

  static Problem needsJudgement(String ref) {
    return new Problem(
        409,
        "promotion.needs-judgement",
        "A champion that was not judged",
        "'" + ref + "' may become champion through the gate of its series.",
        "Have it judged: POST /v1/series/{name}/judgements. Or send force and a reason.");
  }

  static Problem noReason() {
    return new Problem(
        422,
        "promotion.no-reason",
        "A forced promotion without a reason",
        "The gate is passed over by force, and nothing says why.",
        "Send a reason; it is kept with the promotion.");
  }

  static Problem retired(String model) {
    return new Problem(
        409,
        "model.retired",
        "A model that was retired",
        "Model " + model + " was retired and is given no alias any more.",
        "Choose another version of the series.");
  }

  static Problem inUse(String model, String by) {
    return new Problem(
        409,
        "model.in-use",
        "A model that is in use",
        "Model " + model + " is what " + by + " stands for.",
        "Give the alias to another model first; the models of an experiment stay with its table.");
  }
}
