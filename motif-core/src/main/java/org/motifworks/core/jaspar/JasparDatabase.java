package org.motifworks.core.jaspar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.io.JasparFormat;
import org.motifworks.core.motif.io.MotifFile;

/**
 * The JASPAR CORE vertebrate matrices that come with Motifworks (CC BY 4.0; see {@code
 * JASPAR-NOTICE.md} beside the resources). Counts are JASPAR's; order is by id.
 */
public final class JasparDatabase {
  private final String release;
  private final Map<String, Motif> motifs = new LinkedHashMap<>();

  private JasparDatabase(String release) {
    this.release = release;
    String resource = "jaspar-" + release + "-core-vertebrates.jaspar.gz";
    try (InputStream bytes = JasparDatabase.class.getResourceAsStream(resource)) {
      if (bytes == null) throw new IllegalStateException("Missing from this build: " + resource);
      Reader text = new InputStreamReader(new GZIPInputStream(bytes), StandardCharsets.UTF_8);
      MotifFile file = JasparFormat.read(resource, text);
      if (!file.rejected().isEmpty()) throw new IllegalStateException(file.rejected().toString());
      for (Motif motif : file.motifs()) motifs.put(motif.id(), motif);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** Release 2016, the paper's: 519 matrices, every one of them the newest of its id then. */
  public static JasparDatabase jaspar2016() {
    return Jaspar2016.DATABASE;
  }

  /** The newest release bundled: one matrix (the newest version) for each id. */
  public static JasparDatabase newest() {
    return Newest.DATABASE;
  }

  /** The year of the release, such as {@code 2016}. */
  public String release() {
    return release;
  }

  /** All motifs, ordered by id; unmodifiable. */
  public List<Motif> motifs() {
    return List.copyOf(motifs.values());
  }

  /**
   * All motifs as the MEME Suite's JASPAR files print them: six decimals. Tomtom's digits follow
   * from these; {@link #motifs()} has the exact quotients of the counts.
   */
  public List<Motif> asMemePrintsThem() {
    return motifs.values().stream().map(JasparDatabase::printed).toList();
  }

  private static Motif printed(Motif motif) {
    double[][] rows = motif.matrix().rows();
    double sites = motif.sites();
    for (double[] row : rows) {
      // the files were made by way of counts, which decides a few ties in the last digit
      for (int nucleotide = 0; nucleotide < 4; nucleotide++) {
        row[nucleotide] = row[nucleotide] * sites / sites;
      }
    }
    return motif.withRoundedMatrix(PositionProbabilityMatrix.of(rows).rounded());
  }

  /** The motif of an id with version, such as {@code MA0139.1}. */
  public Optional<Motif> find(String id) {
    return Optional.ofNullable(motifs.get(id));
  }

  // parsed at first use, once
  private static final class Jaspar2016 {
    static final JasparDatabase DATABASE = new JasparDatabase("2016");
  }

  private static final class Newest {
    static final JasparDatabase DATABASE = new JasparDatabase("2026");
  }
}
