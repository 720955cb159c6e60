package org.motifworks.data.fasta;

import org.motifworks.core.dataset.Split;
import org.motifworks.core.sequence.ContentKey;

/**
 * A record that can be used.
 *
 * @param tokens cut to the window, shape {@code [window]}
 * @param key of the cut sequence, the same for its reverse complement
 * @param labels shape {@code [classes]}, 0 or 1; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // passed on at once, never compared
record Candidate(
    String id, byte[] tokens, ContentKey key, byte[] labels, Split split, String file) {

  /** Where an example in a warning comes from. */
  String place() {
    return id + " in " + file;
  }
}
