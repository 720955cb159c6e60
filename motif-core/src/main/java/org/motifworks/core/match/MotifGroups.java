package org.motifworks.core.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.Strand;

/**
 * Finds motifs that are duplicates or reverse complements of each other.
 *
 * <p>Two motifs are as similar as their sequence logos' shared area divided by the larger logo's
 * area, at the best of all alignments on both strands: the symmetric form of {@link Coverage}. From
 * the most informative motif down, each joins the representative it is most similar to, or becomes
 * one. So every member resembles its representative itself, and groups cannot grow by chains of
 * neighbours. Of equals the earlier in the list comes first.
 */
public final class MotifGroups {
  /**
   * A similarity from which motifs are called the same; {@value}.
   *
   * <p>Of filters learned from the paper's simulated sequences, 21 of 23 pairs that match the same
   * factor have more than 0.78, and none of 412 other pairs more than 0.55; of 435 pairs of filters
   * that are parts of motifs none has more than 0.67.
   */
  public static final double SAME = 0.7;

  /** A motif of less information belongs to no group: flat logos are all alike. In bits. */
  public static final double LEAST_BITS = 1;

  private MotifGroups() {}

  /**
   * The groups of two or more, by representative in the order of the list.
   *
   * @param motifs up to some thousands: the work grows with their number times the groups'
   */
  public static List<MotifGroup> of(List<Motif> motifs) {
    List<LogoArea> areas = motifs.stream().map(motif -> LogoArea.of(motif.matrix())).toList();
    List<Cluster> clusters = new ArrayList<>();
    IntStream.range(0, motifs.size())
        .filter(i -> areas.get(i).bits >= LEAST_BITS)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -areas.get(i).bits))
        .forEach(i -> assign(i, areas.get(i), clusters));
    return clusters.stream()
        .filter(cluster -> !cluster.members.isEmpty())
        .sorted(Comparator.comparingInt(cluster -> cluster.representative))
        .map(cluster -> cluster.group(motifs))
        .toList();
  }

  private static void assign(int motif, LogoArea area, List<Cluster> clusters) {
    Placed best = null;
    Cluster home = null;
    for (Cluster cluster : clusters) {
      Placed placed = cluster.place(motif, area, best == null ? SAME : best.similarity);
      if (placed == null || (best != null && placed.similarity <= best.similarity)) continue;
      best = placed;
      home = cluster;
    }
    if (home == null) clusters.add(new Cluster(motif, area));
    else home.members.add(best);
  }

  private record Placed(int motif, int offset, Strand strand, double similarity) {
    MotifGroup.Member member(List<Motif> motifs) {
      return new MotifGroup.Member(motifs.get(motif), offset, strand, similarity);
    }
  }

  private static final class Cluster {
    final int representative;
    final LogoArea forward;
    final LogoArea reverse;
    final List<Placed> members = new ArrayList<>(); // without the representative

    Cluster(int representative, LogoArea area) {
      this.representative = representative;
      forward = area;
      reverse = area.reverseComplement();
    }

    /** The best alignment, if its similarity is at least this; else null. */
    Placed place(int motif, LogoArea area, double least) {
      Placed best = null;
      double most = least * forward.bits; // the representative is the more informative one
      for (Strand strand : Strand.values()) {
        LogoArea other = strand == Strand.FORWARD ? forward : reverse;
        if (area.sharedAtMost(other) < most) continue;
        for (int offset = 1 - area.width; offset < other.width; offset++) {
          double shared = area.shared(other, offset);
          if (shared < most || (shared == most && best != null)) continue;
          most = shared;
          best = new Placed(motif, offset, strand, Math.min(1, shared / forward.bits));
        }
      }
      return best;
    }

    MotifGroup group(List<Motif> motifs) {
      List<MotifGroup.Member> all = new ArrayList<>();
      all.add(new Placed(representative, 0, Strand.FORWARD, 1).member(motifs));
      members.stream()
          .sorted(Comparator.comparingInt(Placed::motif))
          .forEach(placed -> all.add(placed.member(motifs)));
      return new MotifGroup(motifs.get(representative), all);
    }
  }
}
