package org.motifworks.core.match;

import java.util.List;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/**
 * Motifs that are the same one found several times, on either strand.
 *
 * @param representative the most informative of them
 * @param members all of them, the representative first, then in the order given
 */
public record MotifGroup(Motif representative, List<Member> members) {
  public MotifGroup {
    members = List.copyOf(members);
  }

  /**
   * A motif and how it lies on its group's representative, told as a match of the one to the other.
   *
   * @param offset the member's first column lies over this column of the representative as read
   *     from {@code strand} (0-based; negative when the member begins first)
   * @param strand of the representative
   * @param similarity shared area of the two logos by the larger one's, in [0, 1]
   */
  public record Member(Motif motif, int offset, Strand strand, double similarity) {}
}
