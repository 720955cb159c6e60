package org.motifworks.core.match;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * Motifs to be matched against, prepared once and shared by any number of matchers and threads.
 *
 * <p>The order of the motifs does not change a p-value, and not the order of matches.
 */
public final class MotifDatabase {
  private record Preparation(double pseudoCount, Background background, boolean strands) {}

  private final String name;
  private final List<Motif> motifs;
  private final Map<Preparation, TargetColumns> prepared = new ConcurrentHashMap<>();

  private MotifDatabase(String name, List<Motif> motifs) {
    if (motifs.isEmpty()) throw new IllegalArgumentException("No motifs in database " + name);
    this.name = name;
    this.motifs = List.copyOf(motifs);
  }

  /**
   * A database of any motifs.
   *
   * @param name what reports call it
   * @throws IllegalArgumentException when there are none
   */
  public static MotifDatabase of(String name, List<Motif> motifs) {
    return new MotifDatabase(name, motifs);
  }

  /** JASPAR CORE 2016 vertebrates with the digits of the MEME Suite's file: 519 motifs. */
  public static MotifDatabase jaspar2016() {
    return Jaspar2016.DATABASE;
  }

  /** The newest JASPAR CORE vertebrates bundled, with the digits a MEME file would have. */
  public static MotifDatabase newestJaspar() {
    return NewestJaspar.DATABASE;
  }

  /** What reports call it. */
  public String name() {
    return name;
  }

  /** The motifs exactly as they are matched, but for the pseudo-count. */
  public List<Motif> motifs() {
    return motifs;
  }

  TargetColumns columns(MatchSettings settings) {
    return prepared.computeIfAbsent(
        new Preparation(
            settings.pseudoCount(), settings.background(), settings.reverseComplements()),
        key ->
            new TargetColumns(
                motifs, PseudoCount.ofTargets(key.pseudoCount(), key.background()), key.strands()));
  }

  private static MotifDatabase of(JasparDatabase jaspar) {
    return of("JASPAR CORE " + jaspar.release() + " vertebrates", jaspar.asMemePrintsThem());
  }

  private static final class Jaspar2016 {
    static final MotifDatabase DATABASE = of(JasparDatabase.jaspar2016());
  }

  private static final class NewestJaspar {
    static final MotifDatabase DATABASE = of(JasparDatabase.newest());
  }
}
