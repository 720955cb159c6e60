package org.motifworks.trainer.report;

import java.util.Locale;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;

/**
 * What the paper's principle looks at.
 *
 * @param pool size of the first max-pool, 1 where there is none
 * @param filterSize nt
 */
record FirstLayer(int pool, int filterSize) {

  /** From this pool size on the paper finds whole motifs in the first layer, below it parts. */
  static final int WHOLE = 10;

  static FirstLayer of(Architecture architecture) {
    ConvolutionBlock first = architecture.convolutions().get(0);
    return new FirstLayer(first.pool() == null ? 1 : first.pool().size(), first.size());
  }

  boolean pooledForWholeMotifs() {
    return pool >= WHOLE;
  }

  String poolLabel() {
    return pool == 1 ? "none" : String.format(Locale.ROOT, "%d", pool);
  }
}
