package org.motifworks.data.deepsea;

import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.data.source.SourceProblem;

/**
 * Notices G and C exchanged, as when a file has its channels in another order than it is read in:
 * no single sequence tells, but in vertebrates CG is far rarer than GC, for methylated cytosine
 * mutates (Bird 1980).
 */
final class ChannelOrderCheck {

  private static final long LEAST = 20_000; // dinucleotides; fewer may differ by chance
  private static final double SUSPICIOUS = 1.5;
  private static final int CG = Nucleotide.C * Nucleotide.COUNT + Nucleotide.G;
  private static final int GC = Nucleotide.G * Nucleotide.COUNT + Nucleotide.C;

  private final String channels;
  private final String file;
  private long cg;
  private long gc;

  ChannelOrderCheck(String channels, String file) {
    this.channels = channels;
    this.file = file;
  }

  /** Without a branch for each nucleotide, which a processor could not foresee. */
  void add(byte[] tokens) {
    int cgHere = 0;
    int gcHere = 0;
    for (int i = 1; i < tokens.length; i++) {
      int pair = tokens[i - 1] * Nucleotide.COUNT + tokens[i];
      cgHere += pair == CG ? 1 : 0;
      gcHere += pair == GC ? 1 : 0;
    }
    cg += cgHere;
    gc += gcHere;
  }

  /**
   * @throws SourceProblem {@code deepsea.channel-order}
   */
  void check() {
    if (cg + gc < LEAST || cg < SUSPICIOUS * gc) return;
    String exchanged = channels.replace('C', 'x').replace('G', 'C').replace('x', 'G');
    throw new SourceProblem(
        "deepsea.channel-order",
        "In "
            + file
            + " the dinucleotide CG comes "
            + cg
            + " times and GC "
            + gc
            + " times; in vertebrates CG is the rarer one. Its channels were read as "
            + channels
            + ".",
        "If they are " + exchanged + ", say so: \"channels\": \"" + exchanged + "\".");
  }
}
