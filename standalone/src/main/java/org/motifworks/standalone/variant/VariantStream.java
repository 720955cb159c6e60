package org.motifworks.standalone.variant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import htsjdk.samtools.util.RuntimeIOException;
import htsjdk.tribble.TribbleException;
import htsjdk.variant.variantcontext.Allele;
import htsjdk.variant.variantcontext.VariantContext;
import htsjdk.variant.vcf.VCFIterator;
import htsjdk.variant.vcf.VCFIteratorBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.motifworks.contracts.json.Json;

/**
 * A VCF file as NDJSON to be scored: two records an alternative allele, the reference first, both
 * with its place and alleles as their id. Read as it is sent; nothing is kept.
 */
public final class VariantStream extends InputStream {

  private final VCFIterator variants;
  private final ReferenceGenome genome;
  private final int window;
  private final Consumer<String> leftOut;
  private byte[] text = new byte[0];
  private int at;
  private volatile VariantProblem broken;

  /**
   * Reads the header.
   *
   * @param vcf plain, gzip or BCF; closed with this
   * @param window of the model in nt
   * @param leftOut told of each allele that cannot be scored: where, and why
   * @throws VariantProblem when it does not begin like a VCF file
   */
  public VariantStream(
      InputStream vcf, ReferenceGenome genome, int window, Consumer<String> leftOut)
      throws IOException {
    try {
      this.variants = new VCFIteratorBuilder().open(vcf);
    } catch (TribbleException e) {
      throw malformed(e);
    }
    this.genome = genome;
    this.window = window;
    this.leftOut = leftOut;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) {
    if (length == 0) return 0;
    while (at == text.length) {
      if (!next()) return -1;
    }
    int count = Math.min(length, text.length - at);
    System.arraycopy(text, at, into, offset, count);
    at += count;
    return count;
  }

  /** Why it ended before the file did; empty when it did not. */
  public Optional<VariantProblem> broken() {
    return Optional.ofNullable(broken);
  }

  @Override
  public void close() {
    variants.close();
  }

  /** Makes the records of the next line of the file, which may be none. */
  private boolean next() {
    VariantContext variant;
    try {
      if (!variants.hasNext()) return false;
      variant = variants.next();
    } catch (TribbleException | RuntimeIOException e) {
      broken = malformed(e);
      return false;
    }
    StringBuilder records = new StringBuilder();
    for (Allele allele : variant.getAlternateAlleles()) add(records, variant, allele);
    text = records.toString().getBytes(StandardCharsets.UTF_8);
    at = 0;
    return true;
  }

  private void add(StringBuilder records, VariantContext variant, Allele allele) {
    String reference = variant.getReference().getBaseString();
    String id =
        String.join(
            "\t",
            variant.getContig(),
            Integer.toString(variant.getStart()),
            variant.getID(),
            reference,
            allele.getDisplayString());
    try {
      if (allele.isSymbolic() || allele.equals(Allele.SPAN_DEL)) {
        throw new VariantProblem(allele.getDisplayString() + " is no sequence", "");
      }
      VariantWindow cut =
          VariantWindow.cut(
              genome,
              variant.getContig(),
              variant.getStart(),
              reference,
              allele.getBaseString(),
              window);
      records.append(record(id, cut.reference())).append(record(id, cut.alternative()));
    } catch (VariantProblem e) {
      leftOut.accept(id.replace('\t', ' ') + ": " + e.getMessage());
    }
  }

  private static String record(String id, String sequence) {
    ObjectNode record = Json.mapper().createObjectNode().put("id", id).put("sequence", sequence);
    return record + "\n";
  }

  private static VariantProblem malformed(RuntimeException e) {
    return new VariantProblem(
        "The variants cannot be read: " + e.getMessage(),
        "Give a VCF file (bcftools view checks one), plain or gzip.");
  }
}
