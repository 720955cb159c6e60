package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;

/** {@code saliency} and {@code mutagenesis} against a stand-in gateway. */
class ExplanationCommandTest extends GatewayCommandTest {
  private static final String SALIENCY = "POST /v1/models/01RUN/saliency";
  private static final String MUTAGENESIS = "POST /v1/models/01RUN/mutagenesis";
  private static final String OF_ACGN =
      "'id':'01RUN','className':'MAX','sequence':'ACGN','start':%d,'end':%d,'logit':1.5,"
          + "'probability':0.8176,";
  private static final String GRADIENT =
      "'rule':'guided','gradient':[[0.5,0,0,0],[0,1,0,0],[0,0,-0.25,0],[9,9,9,9]]}";
  private static final String EFFECTS =
      "'effects':[[0,-1,-2,-3],[0.5,0,0,0.25],[0,0,0,0],[0,0,0,0]]}";

  @Test
  void saliency_showsUnderEachLetterHowItCounts() throws IOException {
    gateway.json(200, SALIENCY, json("{" + OF_ACGN.formatted(0, 4) + GRADIENT));
    assertThat(run("saliency", "01RUN", fasta(">a\nACGN\n"), "--class", "MAX"))
        .as(err.toString())
        .isZero();
    assertThat(out)
        .hasToString(
            "  MAX by guided gradient, a positions 1-4, probability .818 (logit 1.50)\n"
                + "       1  ACgN\n"
                + "          ▄█▂\n\n");
    assertThat(err).hasToString("1 explained\n");
    assertThat(sent(SALIENCY).toString()).isEqualTo(json("{'class':'MAX','sequence':'ACGN'}"));
    assertThat(gateway.requests("POST", "/v1/models/01RUN/saliency").get(0).query())
        .isEqualTo("format=json&chromosome=a&start=0");
  }

  @Test
  void mutagenesis_namesTheStrongestSubstitutions_ofEachWindow() throws IOException {
    gateway.json(
        200,
        MUTAGENESIS,
        json(
            "{'windows':[{"
                + OF_ACGN.formatted(0, 4)
                + EFFECTS
                + ",{"
                + OF_ACGN.formatted(30, 34)
                + EFFECTS
                + "]}"));
    Path lines = Files.writeString(folder.resolve("one.txt"), "\n  acgn\n");
    assertThat(
            run(
                "mutagenesis",
                "01RUN",
                lines.toString(),
                "--class",
                "MAX",
                "--longer",
                "windows",
                "--stride",
                "30",
                "--shorter",
                "pad"))
        .isZero();
    assertThat(out)
        .asString()
        .contains("in-silico mutagenesis, line 2 positions 1-4")
        .contains("strongest  A1T -3.00   A1G -2.00   A1C -1.00   C2A +0.50   C2T +0.25\n")
        .contains("      31  AcGN\n          █▁\n")
        .contains("strongest  A31T -3.00");
    assertThat(gateway.requests("POST", "/v1/models/01RUN/mutagenesis").get(0).query())
        .isEqualTo("format=json&chromosome=line_2&start=0&shorter=pad&longer=windows&stride=30");
  }

  @Test
  void table_hasARowAPosition() throws IOException {
    gateway.json(200, SALIENCY, json("{" + OF_ACGN.formatted(7, 11) + GRADIENT));
    Path table = folder.resolve("a.tsv");
    String[] command = {
      "saliency", "01RUN", fasta(">a\nACGN\n"), "--class", "MAX", "--out", table.toString()
    };
    assertThat(run(command)).isZero();
    assertThat(table)
        .content()
        .startsWith("id\tclass\tposition\tletter\tvalue\tA\tC\tG\tT\n")
        .contains("a\tMAX\t9\tG\t-0.25000\t0.00000\t0.00000\t-0.25000\t0.00000\n")
        .endsWith("a\tMAX\t10\tN\t0.00000\t9.00000\t9.00000\t9.00000\t9.00000\n");
  }

  @Test
  void tracks_lieWhereTheIdSays_andRecordsThatCannotBeExplainedAreTold() throws IOException {
    gateway.text(SALIENCY, "text/plain", "track one\n");
    Path track = folder.resolve("a.bedgraph");
    String records = ">chr8:1000-1004\nACGN\n>bad\nAC*T\n>chr8:1000-1200\nACGT\n";
    assertThat(
            run(
                "saliency",
                "01RUN",
                fasta(records),
                "--class",
                "MAX",
                "--rule",
                "plain",
                "--out",
                track.toString()))
        .isEqualTo(ExitCode.FAILED);
    assertThat(track).content().isEqualTo("track one\ntrack one\n");
    assertThat(err).asString().contains("bad: ", "'*'", "2 explained, 1 not");
    assertThat(sent(SALIENCY).path("rule").asText()).isEqualTo("plain");
    assertThat(gateway.requests("POST", "/v1/models/01RUN/saliency"))
        .extracting(StandInGateway.Request::query)
        .containsExactly(
            "format=bedgraph&chromosome=chr8&start=1000",
            "format=bedgraph&chromosome=chr8%3A1000-1200&start=0");
  }

  @Test
  void picture_isOfOneSequence() throws IOException {
    gateway.text(SALIENCY, "image/svg+xml", "<svg/>");
    Path picture = folder.resolve("a.svg");
    String[] one = {
      "saliency", "01RUN", fasta(">a\nACGN\n"), "--class", "MAX", "--out", picture.toString()
    };
    assertThat(run(one)).isZero();
    assertThat(picture).content().isEqualTo("<svg/>");
    String two = fasta(">a\nACGN\n>b\nACGN\n");
    assertThat(run("saliency", "01RUN", two, "--class", "MAX", "--format", "svg"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("A picture shows one sequence");
    assertThat(gateway.requests("POST", "/v1/models/01RUN/saliency")).hasSize(1);
  }

  @Test
  void json_isALineASequence_withItsId() throws IOException {
    gateway.json(200, SALIENCY, json("{'probability':0.5}"));
    assertThat(run("saliency", "01RUN", fasta(">a\nACGN\n>b\nACGN\n"), "--class", "MAX", "--json"))
        .isZero();
    assertThat(out)
        .hasToString(
            json("{'probability':0.5,'sequenceId':'a'}\n{'probability':0.5,'sequenceId':'b'}\n"));
  }

  @Test
  void classThatIsLeftOut_isTheOnlyOne_orAskedFor() throws IOException {
    gateway.json(
        200,
        "GET /v1/models/01RUN",
        json("{'classes':['MAX']}"),
        json("{'classes':['MAX','SRF']}"));
    gateway.json(200, SALIENCY, json("{" + OF_ACGN.formatted(0, 4) + GRADIENT));
    String file = fasta(">a\nACGN\n");
    assertThat(run("saliency", "01RUN", file)).isZero();
    assertThat(sent(SALIENCY).path("class").asText()).isEqualTo("MAX");
    assertThat(run("saliency", "01RUN", file)).isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("The model has 2: MAX, SRF.", "--class");
  }

  @Test
  void refusalOfASequence_isToldWithTheWayOut_andAnyOtherEndsIt() throws IOException {
    String refused =
        "{'status':422,'code':'%s','title':'No','detail':'It is wrong.','action':'Do so.'}";
    gateway.json(
        422,
        SALIENCY,
        json(refused.formatted("sequence.wrong-length")),
        json(refused.formatted("class.unknown")));
    String file = fasta(">a\nACGN\n>b\nACGN\n>c\nACGN\n");
    assertThat(run("saliency", "01RUN", file, "--class", "X")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("a: It is wrong. Do so.");
    assertThat(gateway.requests("POST", "/v1/models/01RUN/saliency")).hasSize(2);
    assertThat(run("saliency", "01RUN", folder.resolve("none.fa").toString(), "--class", "X"))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("none.fa");
  }

  private String fasta(String records) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "sequences", ".fa"), records).toString();
  }

  private JsonNode sent(String methodAndPath) throws IOException {
    String path = methodAndPath.substring(methodAndPath.indexOf(' ') + 1);
    return Json.mapper().readTree(gateway.requests("POST", path).get(0).body());
  }
}
