package org.motifworks.contracts.variant;

import java.util.List;
import org.motifworks.core.variant.Variant;

/**
 * Where a variant is and what it changes, as a table and a record's id have it: chromosome,
 * position, id and both alleles, with tabs between. Where one of them is very long, its beginning.
 *
 * @param text the five, parted by tabs
 */
public record VariantPlace(String text) {

  /** Titles of its columns. */
  public static final List<String> COLUMNS = List.of("chrom", "pos", "id", "ref", "alt");

  private static final int LONGEST = 1 << 12; // a record with its id is to fit into a line

  static VariantPlace of(Variant variant) {
    return new VariantPlace(
        String.join(
            "\t",
            shortened(variant.chromosome()),
            Long.toString(variant.position()),
            shortened(variant.id()),
            shortened(variant.reference()),
            shortened(variant.alternative())));
  }

  /** The cells, in the order of {@link #COLUMNS}. */
  public String[] cells() {
    return text.split("\t", -1);
  }

  /** The id of both of its records. */
  String id() {
    return text;
  }

  /** The id of the record that tells why it has no scores. */
  String idWithProblem(String code, String detail) {
    return text + "\t" + code + "\t" + detail;
  }

  private static String shortened(String cell) {
    return cell.length() > LONGEST ? cell.substring(0, LONGEST) + "…" : cell;
  }
}
