package org.motifworks.core.motif.io;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * What a motif file holds.
 *
 * <p>Ids may repeat, as Tomtom allows: every motif is kept, in file order, and {@link
 * #repeatedIds()} says which to tell of.
 *
 * @param format what it was read as
 * @param background its background frequencies, uniform where it names none
 * @param motifs those that can be used, in file order; at least one
 * @param rejected those that cannot, in file order, to be shown to the user
 */
public record MotifFile(
    MotifFileFormat format,
    Background background,
    List<Motif> motifs,
    List<RejectedMotif> rejected) {

  public MotifFile {
    motifs = List.copyOf(motifs);
    rejected = List.copyOf(rejected);
  }

  /** The motifs without those whose id an earlier one has; the MEME Suite reads a file so. */
  public List<Motif> firstOfEachId() {
    Set<String> seen = new HashSet<>();
    return motifs.stream().filter(motif -> seen.add(motif.id())).toList();
  }

  /** Ids that more than one motif has. */
  public Set<String> repeatedIds() {
    Set<String> seen = new HashSet<>();
    return motifs.stream()
        .map(Motif::id)
        .filter(id -> !seen.add(id))
        .collect(Collectors.toUnmodifiableSet());
  }
}
