package org.motifworks.core.motif.io;

import java.util.List;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * What a MEME file holds.
 *
 * @param background its background frequencies, uniform where it names none
 * @param motifs in file order
 */
public record MotifFile(Background background, List<Motif> motifs) {
  public MotifFile {
    motifs = List.copyOf(motifs);
  }
}
