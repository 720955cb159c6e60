package org.motifworks.data.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady.Counts;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetWarning;
import org.motifworks.core.dataset.Split;

/**
 * What a finished dataset holds, kept in its row so that a list needs no files.
 *
 * @param positives for each class, sequences with that label in all splits together
 */
record DatasetResult(
    ArtifactRef ref,
    List<String> classes,
    int window,
    Counts counts,
    Map<String, Long> positives,
    List<DatasetWarning> warnings) {

  static DatasetResult of(ArtifactRef ref, DatasetDescription description) {
    Map<String, Long> positives = new LinkedHashMap<>();
    description
        .splits()
        .values()
        .forEach(
            split ->
                split
                    .positives()
                    .forEach((name, count) -> positives.merge(name, (long) count, Long::sum)));
    Counts counts =
        new Counts(
            sequences(description, Split.TRAIN),
            sequences(description, Split.VALIDATION),
            sequences(description, Split.TEST));
    return new DatasetResult(
        ref,
        description.classes(),
        description.window(),
        counts,
        positives,
        description.warnings());
  }

  private static long sequences(DatasetDescription description, Split split) {
    return description.splits().get(split).sequences();
  }
}
