package org.motifworks.core.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.motifworks.core.sequence.SequenceFormatException;

class VcfReaderTest {

  private static final String HEAD =
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

  @Test
  void eachAlternativeAllele_isAVariant_inTheOrderOfTheFile() throws IOException {
    assertThat(read(HEAD + "chr1\t5\trs1\tG\tT,<DEL>,*\t.\t.\t.\n8\t9\t.\tAC\tA\t.\t.\t.\r\n"))
        .containsExactly(
            new Variant("chr1", 5, "rs1", "G", "T"),
            new Variant("chr1", 5, "rs1", "G", "<DEL>"),
            new Variant("chr1", 5, "rs1", "G", "*"),
            new Variant("8", 9, ".", "AC", "A"));
  }

  @Test
  void lineWithoutAlternatives_andFileWithoutLines_haveNone() throws IOException {
    assertThat(read(HEAD + "chr1\t5\trs1\tG\t.\t.\t.\t.\n")).isEmpty();
    assertThat(read(HEAD)).isEmpty();
  }

  @Test
  void genotypes_howeverMany_arePassedOver() throws IOException {
    String genotypes = "\t.\t.\t.\tGT" + "\t0/1".repeat(1_500_000);
    assertThat(read(HEAD + "1\t5\t.\tG\tT" + genotypes + "\n1\t6\t.\tC\tA\t.\t.\t.\n"))
        .containsExactly(new Variant("1", 5, ".", "G", "T"), new Variant("1", 6, ".", "C", "A"));
  }

  /** As bgzip compresses: members one after another, the last of them empty. */
  @Test
  void gzipOfManyMembers_isReadToItsEnd() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (String part : new String[] {HEAD, "1\t5\t.\tG\tT\n1\t6\t.\t", "C\tA\n", ""}) {
      try (GZIPOutputStream member = new GZIPOutputStream(file)) {
        member.write(part.getBytes(StandardCharsets.US_ASCII));
      }
    }
    assertThat(read(file.toByteArray())).hasSize(2);
  }

  @Test
  void gzipThatWasCutOff_isNoWholeFile() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(file)) {
      out.write((HEAD + "1\t5\t.\tG\tT\n").getBytes(StandardCharsets.US_ASCII));
    }
    byte[] cut = Arrays.copyOf(file.toByteArray(), file.size() - 10);
    assertThatThrownBy(() -> read(cut)).hasMessageContaining("ends too early");
  }

  @Test
  void whatIsNoVcf_saysWhere() {
    assertBroken("", "vcf.header", 1);
    assertBroken("chr1\t5\t.\tG\tT\n", "vcf.header", 1);
    assertBroken("BCF\2\2 and bytes", "vcf.header", 1);
    assertBroken(HEAD + "chr1 5 . G T\n", "vcf.columns", 3);
    assertBroken(HEAD + "chr1\t5\t.\tG\n", "vcf.columns", 3);
    assertBroken(HEAD + "1\t5\t.\tG\tT\nchr1\tsix\t.\tG\tT\n", "vcf.position", 4);
    assertBroken(HEAD + "1\t-5\t.\tG\tT\n", "vcf.position", 3);
    assertBroken(HEAD + "1\t5\t.\tG\t" + "A".repeat(1 << 23) + "\n", "vcf.columns", 3);
  }

  private static void assertBroken(String file, String code, long line) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOfSatisfying(
            SequenceFormatException.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.line()).isEqualTo(line);
            })
        .hasMessageStartingWith("v.vcf line " + line);
  }

  private static List<Variant> read(String file) throws IOException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Variant> read(byte[] file) throws IOException {
    List<Variant> variants = new ArrayList<>();
    VcfReader.read(new ByteArrayInputStream(file), "v.vcf", variants::add);
    return variants;
  }
}
