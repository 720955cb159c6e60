package org.motifworks.trainer.series;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What makes models comparable; never changes but for its rules.
 *
 * @param window length of the sequences in nt
 * @param evaluation what all of them are judged on; absent in a series made for imported models
 */
record Series(
    String name,
    List<String> classes,
    int window,
    Optional<Evaluation> evaluation,
    Instant createdAt) {

  /**
   * The frozen test split.
   *
   * @param datasetId a dataset that has it; later datasets may have it too
   * @param testSplitSha256 see {@link TestSplit}
   */
  record Evaluation(String datasetId, String testSplitSha256) {}
}
