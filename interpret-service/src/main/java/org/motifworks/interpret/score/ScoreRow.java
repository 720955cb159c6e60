package org.motifworks.interpret.score;

import java.util.List;
import java.util.Optional;

/**
 * What a model says of a sequence, or of a window of it.
 *
 * @param id of the sequence
 * @param place of the window, where windows are results
 * @param probabilities one a class
 * @param hits empty unless they were asked for
 * @param saliency where it was asked for
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to a writer, never compared
record ScoreRow(
    String id,
    Optional<Place> place,
    float[] probabilities,
    List<FilterHit> hits,
    Optional<RowSaliency> saliency) {

  /** The part {@code [start, end)} of a sequence, 0-based. */
  record Place(int start, int end) {}

  ScoreRow explained(RowSaliency why) {
    return new ScoreRow(id, place, probabilities, hits, Optional.of(why));
  }
}
