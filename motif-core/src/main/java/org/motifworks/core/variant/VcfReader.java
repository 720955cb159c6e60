package org.motifworks.core.variant;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.motifworks.core.sequence.LineInput;
import org.motifworks.core.sequence.SequenceFormatException;
import org.motifworks.core.sequence.SequenceInput;

/**
 * Reads the variants of a VCF file, plain, gzip or bgzip: the first five columns (CHROM, POS, ID,
 * REF, ALT), an alternative allele at a time; what comes after them, such as genotypes, is passed
 * over. See samtools.github.io/hts-specs, VCF 4.1 to 4.5.
 */
public final class VcfReader {

  private static final int COLUMNS = 5;
  private static final int LONGEST_START = 1 << 22; // of a line, with the five columns in it
  private static final int SHOWN = 60;
  private static final String FIRST_LINE = "##fileformat=VCF";
  private static final Pattern DIGITS = Pattern.compile("\\d{1,12}");

  private final LineInput in;
  private final String source;
  private long line = 1;

  private VcfReader(LineInput in, String source) {
    this.in = in;
    this.source = source;
  }

  /** Takes a variant. */
  @FunctionalInterface
  public interface Receiver {

    /** One alternative allele; those of one line come one after another. */
    void variant(Variant variant) throws IOException;
  }

  /**
   * Reads all variants of a stream and closes it. A line without alternative alleles ({@code .})
   * has none.
   *
   * @param source what errors call it
   * @throws SequenceFormatException {@code vcf.header} (it does not begin like a VCF file), {@code
   *     vcf.columns}, {@code vcf.position}, {@code gzip.truncated}, {@code gzip.corrupt}
   */
  public static void read(InputStream raw, String source, Receiver receiver) throws IOException {
    try (raw;
        LineInput in = new LineInput(SequenceInput.of(raw, source))) {
      in.skipByteOrderMark();
      new VcfReader(in, source).readAll(receiver);
    }
  }

  private void readAll(Receiver receiver) throws IOException {
    readHeader();
    while (!in.atEnd()) {
      String text = nextLine();
      if (text.isBlank() || text.charAt(0) == '#') continue;
      String[] cells = text.split("\t", COLUMNS + 1);
      if (cells.length < COLUMNS) {
        throw problem("columns", "A line has CHROM, POS, ID, REF and ALT, parted by tabs", text);
      }
      if (!DIGITS.matcher(cells[1]).matches()) {
        throw problem("position", "'" + shown(cells[1]) + "' is no position", text);
      }
      long position = Long.parseLong(cells[1]);
      if (cells[4].equals(".")) continue;
      for (String allele : cells[4].split(",", -1)) {
        receiver.variant(new Variant(cells[0], position, cells[2], cells[3], allele));
      }
    }
  }

  private void readHeader() throws IOException {
    String text = in.atEnd() ? "" : nextLine();
    if (text.startsWith("BCF")) {
      throw problem("header", "It is BCF: bcftools view makes VCF of it", "");
    }
    if (!text.startsWith(FIRST_LINE)) {
      throw problem("header", "A VCF file begins by " + FIRST_LINE, text);
    }
  }

  /** The beginning of a line, which is all of it but for long lists of genotypes. */
  private String nextLine() throws IOException {
    line = in.line();
    byte[] bytes = in.readLine(LONGEST_START);
    if (bytes.length == LONGEST_START) in.skipLine();
    int end = 0;
    for (int tabs = 0; end < bytes.length; end++) {
      if (bytes[end] == '\t' && ++tabs == COLUMNS) break;
    }
    if (end == LONGEST_START) throw problem("columns", "Its columns take over 4 MiB", "");
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private SequenceFormatException problem(String reason, String detail, String text) {
    String told = text.isEmpty() ? "." : ". The line is '" + shown(text) + "'.";
    return new SequenceFormatException("vcf." + reason, source, line, 0, "", detail + told);
  }

  private static String shown(String text) {
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }
}
