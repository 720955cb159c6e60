package org.motifworks.data.scoring;

import java.util.List;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * What a scoring came to.
 *
 * @param ref its artifact: the table or the tracks, and where they are from
 * @param model id of the model that scored
 * @param sequences that were scored or could not be: sequences, regions, alternative alleles, or
 *     cells of a track
 * @param failed of these, could not be; a table's rows say why
 * @param filledUp windows at a chromosome's end, which were filled up with N
 * @param tracks files, where they were asked for instead of a table
 */
record ScoringResult(
    ArtifactRef ref, String model, long sequences, long failed, long filledUp, List<Track> tracks) {

  /** Of the artifact: gzip, tab-separated, a row a sequence, region or alternative allele. */
  static final String TABLE = "scores.tsv.gz";

  /** Of the artifact: what decided the scores. */
  static final String PROVENANCE = "scoring.json";

  ScoringResult {
    tracks = tracks == null ? List.of() : List.copyOf(tracks); // results of before have none
  }

  /**
   * The scores of one class along the genome.
   *
   * @param name of the class
   * @param file of the artifact, bigWig
   */
  record Track(String name, String file) {}
}
