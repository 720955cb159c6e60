package org.motifworks.contracts.variant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.motifworks.contracts.http.DuplexExchange;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.variant.Reference;
import org.motifworks.core.variant.Variant;
import org.motifworks.core.variant.VariantProblem;
import org.motifworks.core.variant.VariantWindow;
import org.motifworks.core.variant.VcfReader;

/**
 * A VCF file as NDJSON to be scored: two records an alternative allele, the reference first, both
 * with its {@link VariantPlace} as their id. An allele that cannot be scored is one record without
 * a sequence, whose id says why: so its outcome comes back where it belongs, and nothing is kept.
 */
public final class VariantRecords implements DuplexExchange.Content {

  private static final int BUFFER = 1 << 16;

  private final InputStream vcf;
  private final String source;
  private final Reference genome;
  private final int window;
  private volatile SequenceFormatException broken;

  /**
   * @param vcf plain or gzip; closed when it was read
   * @param source what errors call it
   * @param window of the model in nt
   */
  public VariantRecords(InputStream vcf, String source, Reference genome, int window) {
    this.vcf = vcf;
    this.source = source;
    this.genome = genome;
    this.window = window;
  }

  /** Writes all that can be read; where that is not the whole file, {@link #broken} says why. */
  @Override
  public void writeTo(OutputStream out) throws IOException {
    OutputStream records = new BufferedOutputStream(out, BUFFER);
    try {
      VcfReader.read(vcf, source, variant -> write(records, variant));
    } catch (SequenceFormatException e) {
      broken = e;
    }
    records.flush();
  }

  /** What ended the variants before their file did; to be asked once the answer has ended. */
  public Optional<SequenceFormatException> broken() {
    return Optional.ofNullable(broken);
  }

  private void write(OutputStream out, Variant variant) throws IOException {
    VariantPlace place = VariantPlace.of(variant);
    try {
      VariantWindow cut = VariantWindow.cut(genome, variant, window);
      record(out, place.id(), cut.reference());
      record(out, place.id(), cut.alternative());
    } catch (VariantProblem e) {
      record(out, place.idWithProblem(e.code(), e.getMessage()), "");
    }
  }

  private static void record(OutputStream out, String id, String sequence) throws IOException {
    ObjectNode record = Json.mapper().createObjectNode().put("id", id).put("sequence", sequence);
    out.write((record + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
