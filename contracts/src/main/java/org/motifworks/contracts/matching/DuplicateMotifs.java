package org.motifworks.contracts.matching;

import java.util.List;
import org.motifworks.core.match.MotifGroup;

/**
 * Queries that are the same motif found several times, on either strand.
 *
 * @param representative id of the most informative of them
 * @param members all of them, the representative first
 */
public record DuplicateMotifs(String representative, List<Member> members) {
  public DuplicateMotifs {
    members = List.copyOf(members);
  }

  /**
   * One of them, told as a match of it to the representative.
   *
   * @param offset its first column lies over this column of the representative as read from {@code
   *     strand} (0-based; may be negative)
   * @param strand {@code +}, or {@code -} when it is a reverse complement
   * @param similarity shared area of the two logos by the larger one's, in [0, 1]
   */
  public record Member(String id, int offset, String strand, double similarity) {}

  /** A group as others are told it. */
  public static DuplicateMotifs of(MotifGroup group) {
    return new DuplicateMotifs(
        group.representative().id(), group.members().stream().map(DuplicateMotifs::of).toList());
  }

  private static Member of(MotifGroup.Member member) {
    return new Member(
        member.motif().id(),
        member.offset(),
        String.valueOf(member.strand().symbol()),
        MatchingNumbers.rounded(member.similarity()));
  }
}
