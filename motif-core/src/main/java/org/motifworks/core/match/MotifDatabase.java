package org.motifworks.core.match;

import java.util.List;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;

/**
 * Motifs to be matched against, prepared once and shared by any number of matchers and threads.
 *
 * <p>The order of the motifs does not change a p-value, and not the order of matches.
 */
public final class MotifDatabase {
  /** Targets as they were prepared for some settings. */
  private record Prepared(
      double pseudoCount, Background background, boolean strands, TargetColumns columns) {
    boolean isFor(MatchSettings settings) {
      return pseudoCount == settings.pseudoCount()
          && background.equals(settings.background())
          && strands == settings.reverseComplements();
    }
  }

  private final String name;
  private final List<Motif> motifs;
  private volatile Prepared last; // settings seldom change from one call to the next

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
    Prepared known = last;
    if (known == null || !known.isFor(settings)) {
      PseudoCount pseudoCount =
          PseudoCount.ofTargets(settings.pseudoCount(), settings.background());
      boolean strands = settings.reverseComplements();
      known =
          new Prepared(
              settings.pseudoCount(),
              settings.background(),
              strands,
              new TargetColumns(motifs, pseudoCount, strands));
      last = known;
    }
    return known.columns;
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
