package org.motifworks.interpret.filter;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.contracts.interpretation.FilterGroup;
import org.motifworks.core.match.MotifGroup;
import org.motifworks.core.match.MotifGroups;
import org.motifworks.core.motif.Motif;
import org.motifworks.interpret.number.Rounded;

/** Which filters of a layer learned the same motif, on either strand. */
final class FilterGroups {
  private FilterGroups() {}

  /**
   * The group of each filter that is in one.
   *
   * @param motifs by filter
   */
  static Map<Integer, FilterGroup> of(Map<Integer, Motif> motifs) {
    Map<String, Integer> filters = new HashMap<>();
    motifs.forEach((filter, motif) -> filters.put(motif.id(), filter));
    Map<Integer, FilterGroup> groups = new HashMap<>();
    for (MotifGroup group : MotifGroups.of(List.copyOf(motifs.values()))) {
      int representative = filters.get(group.representative().id());
      for (MotifGroup.Member member : group.members()) {
        groups.put(
            filters.get(member.motif().id()),
            new FilterGroup(
                representative,
                String.valueOf(member.strand().symbol()),
                member.offset(),
                Rounded.to(member.similarity(), 3)));
      }
    }
    return groups;
  }
}
