package org.motifworks.data.scoring;

import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * What a scoring came to.
 *
 * @param ref its artifact: the table and where it is from
 * @param model id of the model that scored
 * @param sequences that were scored or could not be
 * @param failed of these, could not be; their rows say why
 * @param filledUp regions at a chromosome's end, whose windows were filled up with N
 */
record ScoringResult(ArtifactRef ref, String model, long sequences, long failed, long filledUp) {

  /** Of the artifact: gzip, tab-separated, a row a sequence. */
  static final String TABLE = "scores.tsv.gz";
}
