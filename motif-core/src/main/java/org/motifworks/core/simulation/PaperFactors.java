package org.motifworks.core.simulation;

import java.util.List;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Motif;

/**
 * The twelve factors of Koo and Eddy 2019, in the order of their label columns, with their JASPAR
 * 2016 matrices.
 */
public final class PaperFactors {

  private static final List<TranscriptionFactor> ALL =
      List.of(
          factor("ARID3A", "MA0151.1"),
          factor("CEBPB", "MA0466.2"),
          factor("FOSL1", "MA0477.1"),
          factor("GABPA", "MA0062.2"),
          factor("MAFK", "MA0496.1"),
          factor("MAX", "MA0058.3"),
          factor("MEF2A", "MA0052.3"),
          factor("NFYB", "MA0502.1"),
          factor("SP1", "MA0079.3"),
          factor("SRF", "MA0083.3"),
          factor("STAT1", "MA0137.3"),
          factor("YY1", "MA0095.2"));

  private PaperFactors() {}

  public static List<TranscriptionFactor> all() {
    return ALL;
  }

  /** Their names: the classes of the dataset. */
  public static List<String> names() {
    return ALL.stream().map(TranscriptionFactor::name).toList();
  }

  /** The widest of their motifs, nt. */
  static int widest() {
    return ALL.stream().mapToInt(TranscriptionFactor::width).max().orElseThrow();
  }

  private static TranscriptionFactor factor(String name, String id) {
    Motif motif =
        JasparDatabase.jaspar2016()
            .find(id)
            .orElseThrow(() -> new IllegalStateException("JASPAR 2016 as bundled lacks " + id));
    return new TranscriptionFactor(name, motif);
  }
}
