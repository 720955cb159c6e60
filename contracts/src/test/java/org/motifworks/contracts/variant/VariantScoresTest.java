package org.motifworks.contracts.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.variant.Reference;
import org.motifworks.core.variant.VariantProblem;

/** What is sent for a VCF file, and what becomes of the answer to it. */
class VariantScoresTest {

  private static final String VCF = "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\n";
  private static final String END = "{\"count\":4,\"errors\":1,\"model\":\"m\"}\n";

  private final List<String> outcomes = new ArrayList<>();

  /** Chromosome 1 of a genome, ACGTACGT and so on. */
  private final Reference genome =
      (chromosome, start, length) -> {
        if (!chromosome.equals("1")) throw VariantProblem.noChromosome(chromosome);
        return "ACGT".repeat(100).substring((int) start, (int) start + length);
      };

  @Test
  void eachAllele_isAPair_orARecordThatSaysWhyNot() throws IOException {
    String sent = sent(VCF + "1\t7\trs1\tG\tT,<DEL>\n2\t7\t.\tG\tGA\n");
    assertThat(sent.lines())
        .containsExactly(
            "{\"id\":\"1\\t7\\trs1\\tG\\tT\",\"sequence\":\"CGTA\"}",
            "{\"id\":\"1\\t7\\trs1\\tG\\tT\",\"sequence\":\"CTTA\"}",
            "{\"id\":\"1\\t7\\trs1\\tG\\t<DEL>\\tvariant.no-sequence\\t<DEL> is no sequence\","
                + "\"sequence\":\"\"}",
            "{\"id\":\"2\\t7\\t.\\tG\\tGA\\tvariant.no-chromosome\\tthe genome has no 2\","
                + "\"sequence\":\"\"}");
  }

  @Test
  void answer_isPutTogetherAgain_andCounted() throws IOException {
    StringBuilder answer = new StringBuilder();
    float score = 0.125f;
    for (String record : sent(VCF + "1\t7\trs1\tG\tT,<DEL>\n1\t8\t.\tT\tA\n").lines().toList()) {
      JsonNode asked = Json.mapper().readTree(record);
      boolean empty = asked.get("sequence").asText().isEmpty();
      String error = "\"error\":{\"code\":\"sequence.wrong-length\",\"detail\":\"0 nt\"}";
      answer.append("{\"id\":").append(asked.get("id")).append(",");
      answer.append(empty ? error : "\"scores\":{\"MAX\":" + score + "}").append("}\n");
      score += 0.125f;
    }
    VariantScores.Counts counts = read(answer + END);
    assertThat(outcomes)
        .containsExactly(
            "1\t7\trs1\tG\tT\t0.125\t0.25\t0.125",
            "1\t7\trs1\tG\t<DEL>\t\t\t variant.no-sequence: <DEL> is no sequence",
            "1\t8\t.\tT\tA\t0.5\t0.625\t0.125");
    assertThat(counts).isEqualTo(new VariantScores.Counts(3, 1));
  }

  @Test
  void pairOfWhichOneHasNoScores_hasNone() throws IOException {
    String id = "{\"id\":\"1\\t7\\t.\\tG\\tT\",";
    String refused = "\"error\":{\"code\":\"a.b\",\"detail\":\"why\"}}\n";
    assertThat(read(id + "\"scores\":{\"MAX\":1}}\n" + id + refused + END).leftOut()).isOne();
    assertThat(outcomes).containsExactly("1\t7\t.\tG\tT\t\t\t a.b: why");
  }

  @Test
  void answerWithoutItsCount_orOutOfStep_isNone() {
    String record = "{\"id\":\"1\\t7\\t.\\tG\\tT\",\"scores\":{\"MAX\":1}}\n";
    String other = record.replace("\\t7\\t", "\\t8\\t");
    assertThatThrownBy(() -> read(record + record)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(record)).isInstanceOf(EOFException.class);
    assertThatThrownBy(() -> read(record + other + END)).hasMessageContaining("have no pair");
    assertThatThrownBy(() -> read("{\"id\":null,\"error\":{\"code\":\"x\"}}\n" + END))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("\"code\":\"x\"");
  }

  @Test
  void fileThatIsBroken_isSentAsFarAsItGoes_andSaysSo() throws IOException {
    VariantRecords records = records(VCF + "1\t7\t.\tG\tT\n1\tsix\n");
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    records.writeTo(sent);
    assertThat(sent.toString(StandardCharsets.UTF_8).lines()).hasSize(2);
    assertThat(records.broken())
        .hasValueSatisfying(e -> assertThat(e.code()).isEqualTo("vcf.columns"));
  }

  @Test
  void allelesLongerThanALine_areShortenedWhereTheyAreTold() throws IOException {
    String sent = sent(VCF + "1\t7\t.\tG\t" + "A".repeat(1_000_000) + "\n");
    assertThat(sent).hasSizeLessThan(10_000).contains("variant.too-long", "1000000 nt");
  }

  private VariantScores.Counts read(String answer) throws IOException {
    VariantTable table = new VariantTable(List.of("MAX"));
    return VariantScores.read(
        stream(answer),
        new VariantScores.Receiver() {
          @Override
          public void scored(VariantPlace place, JsonNode reference, JsonNode alternative) {
            outcomes.add(table.row(place, reference, alternative));
          }

          @Override
          public void leftOut(VariantPlace place, String code, String detail) {
            outcomes.add(table.emptyRow(place) + " " + code + ": " + detail);
          }
        });
  }

  private String sent(String vcf) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    VariantRecords records = records(vcf);
    records.writeTo(out);
    assertThat(records.broken()).isEmpty();
    return out.toString(StandardCharsets.UTF_8);
  }

  private VariantRecords records(String vcf) {
    return new VariantRecords(stream(vcf), "v.vcf", genome, 4);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
