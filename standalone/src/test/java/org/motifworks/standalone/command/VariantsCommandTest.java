package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code variants} against a stand-in gateway: what it sends and what it prints. */
class VariantsCommandTest extends GatewayCommandTest {

  private static final String HEAD =
      "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n";

  private Path genome;

  @BeforeEach
  void answers() throws IOException {
    genome = Files.writeString(folder.resolve("genome.fa"), ">chr1\nAACCGGTTACGTACGT\n");
    gateway.json(200, "GET /v1/models/01RUN", json("{'window':4,'classes':['MAX','SRF']}"));
  }

  @Test
  void variants_areSentAllelebyAllele_andPrintedSideBySide() throws IOException {
    Path vcf = vcf("chr1\t5\trs1\tG\tT,<DEL>\t.\t.\t.\n1\t9\t.\tA\tAGG\t.\t.\t.\n");
    gateway.text(
        "POST /v1/models/01RUN/score",
        "application/x-ndjson",
        json(
            score("chr1\\t5\\trs1\\tG\\tT", 0.25, 0.5)
                + score("chr1\\t5\\trs1\\tG\\tT", 0.75, 0.5)
                + "{'id':'chr1\\t5\\trs1\\tG\\t<DEL>\\tvariant.no-sequence\\t<DEL> is no"
                + " sequence','error':{'code':'sequence.wrong-length','detail':'0 nt'}}\n"
                + score("1\\t9\\t.\\tA\\tAGG", 0.125, 0)
                + score("1\\t9\\t.\\tA\\tAGG", 0, 1e-7)
                + "{'count':5,'errors':1,'model':'01RUN'}\n"));

    int exit =
        run("variants", "01RUN", vcf.toString(), "--genome", genome.toString(), "--class", "MAX");

    assertThat(exit).as(err.toString()).isEqualTo(ExitCode.FAILED);
    assertThat(out)
        .hasToString(
            "chrom\tpos\tid\tref\talt\tMAX.ref\tMAX.alt\tMAX.diff\n"
                + "chr1\t5\trs1\tG\tT\t0.25\t0.75\t0.5\n"
                + "1\t9\t.\tA\tAGG\t0.125\t0.0\t-0.125\n");
    assertThat(err)
        .hasToString("chr1 5 rs1 G <DEL>: <DEL> is no sequence\n2 variants scored, 1 not\n");
    assertThat(gateway.requests("POST", "/v1/models/01RUN/score").get(0).body().lines())
        .containsExactly(
            json("{'id':'chr1\\t5\\trs1\\tG\\tT','sequence':'CGGT'}"),
            json("{'id':'chr1\\t5\\trs1\\tG\\tT','sequence':'CTGT'}"),
            json(
                "{'id':'chr1\\t5\\trs1\\tG\\t<DEL>\\tvariant.no-sequence\\t<DEL> is no"
                    + " sequence','sequence':''}"),
            json("{'id':'1\\t9\\t.\\tA\\tAGG','sequence':'TACG'}"),
            json("{'id':'1\\t9\\t.\\tA\\tAGG','sequence':'TAGG'}"));
  }

  @Test
  void json_hasAnObjectALine() throws IOException {
    Path vcf = vcf("chr1\t5\trs1\tG\tT\t.\t.\t.\n");
    gateway.text(
        "POST /v1/models/01RUN/score",
        "application/x-ndjson",
        json(
            score("chr1\\t5\\trs1\\tG\\tT", 0.25, 0.5)
                + score("chr1\\t5\\trs1\\tG\\tT", 0.75, 0.5)
                + "{'count':2,'errors':0,'model':'01RUN'}\n"));
    String[] arguments = {"variants", "01RUN", vcf.toString(), "--genome", genome.toString()};
    assertThat(run(arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], "--json"))
        .isZero();
    assertThat(out)
        .hasToString(
            json(
                "{'chrom':'chr1','pos':5,'id':'rs1','ref':'G','alt':'T','scores':{"
                    + "'MAX':{'ref':0.25,'alt':0.75,'diff':0.5},"
                    + "'SRF':{'ref':0.5,'alt':0.5,'diff':0.0}}}\n"));
  }

  @Test
  void brokenFiles_areRefused_butWhatCameBeforeIsPrinted() throws IOException {
    Path none = Files.writeString(folder.resolve("none.vcf"), "chr1\t5\n");
    gateway.text(
        "POST /v1/models/01RUN/score",
        "application/x-ndjson",
        json("{'count':0,'errors':0,'model':'01RUN'}\n"));
    gateway.text(
        "POST /v1/models/01RUN/score",
        "application/x-ndjson",
        json(
            score("chr1\\t5\\trs1\\tG\\tT", 0.25, 0.5)
                + score("chr1\\t5\\trs1\\tG\\tT", 0.75, 0.5)
                + "{'count':2,'errors':0,'model':'01RUN'}\n"));
    assertThat(run("variants", "01RUN", none.toString(), "--genome", genome.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("Variants that cannot be scored");
    Path cut = vcf("chr1\t5\trs1\tG\tT\t.\t.\t.\nchr1\tsix\n");
    assertThat(run("variants", "01RUN", cut.toString(), "--genome", genome.toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(out).asString().contains("\nchr1\t5\trs1\tG\tT\t0.25\t");
    assertThat(err).asString().contains("variants.vcf line 4", "A line has CHROM, POS");
    assertThat(
            run("variants", "01RUN", cut.toString(), "--genome", genome.toString(), "--class", "X"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("The model has no class 'X'.");
  }

  private Path vcf(String lines) throws IOException {
    return Files.writeString(folder.resolve("variants.vcf"), HEAD + lines);
  }

  private static String score(String id, double max, double srf) {
    return "{'id':'" + id + "','scores':{'MAX':" + max + ",'SRF':" + srf + "}}\n";
  }
}
