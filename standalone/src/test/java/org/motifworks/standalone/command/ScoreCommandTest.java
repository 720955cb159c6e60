package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code score} against a stand-in gateway: what it sends and what it prints. */
class ScoreCommandTest extends GatewayCommandTest {
  private static final String TSV = "text/tab-separated-values";

  @Test
  void score_printsATable_andTellsBadRecords() throws IOException {
    Path fasta = Files.writeString(folder.resolve("a.fa"), ">a\nACGT\n");
    gateway.text(
        "POST /v1/models/01RUN/score",
        TSV,
        "id\tMAFK\tMAX\terror\n"
            + "a\t0.25\t1.0E-7\t\n"
            + "b\t\t\tsequence.too-short: 4 nt\n"
            + "#count=2 errors=1 model=01RUN\n");

    assertThat(run("score", "01RUN", fasta.toString())).isEqualTo(ExitCode.FAILED);

    assertThat(out).hasToString("id\tMAFK\tMAX\na\t0.25\t1.0E-7\n");
    assertThat(err).hasToString("b: 4 nt\n1 sequences scored, 1 not, model 01RUN\n");
  }

  @Test
  void scoreWithoutItsCountLine_countsAsCutOff() throws IOException {
    Path fasta = Files.writeString(folder.resolve("a.fa"), ">a\nACGT\n");
    gateway.text("POST /v1/models/01RUN/score", TSV, "id\tMAFK\terror\na\t0.25\t\n");

    assertThat(run("score", "01RUN", fasta.toString())).isEqualTo(ExitCode.SERVICE_FAULT);
  }

  @Test
  void score_ofWindows_sendsItsOptions_andPrintsPlaces() throws IOException {
    Path fasta = Files.writeString(folder.resolve("a.fa"), ">a\nACGT\n");
    gateway.text(
        "POST /v1/models/01RUN/score",
        TSV,
        "id\tstart\tend\tMAFK\terror\n"
            + "a\t0\t100\t0.25\t\n"
            + "a\t50\t150\t0.5\t\n"
            + "#count=1 errors=0 model=01RUN series=tf version=2 alias=champion generation=3\n");

    assertThat(
            run(
                "score",
                "01RUN",
                fasta.toString(),
                "--longer",
                "windows",
                "--stride",
                "50",
                "--strands",
                "max",
                "--shorter",
                "pad"))
        .isZero();

    assertThat(gateway.requests("POST", "/v1/models/01RUN/score").get(0).query())
        .isEqualTo("strands=max&shorter=pad&longer=windows&stride=50");
    assertThat(out).hasToString("id\tstart\tend\tMAFK\na\t0\t100\t0.25\na\t50\t150\t0.5\n");
  }

  /** Three records, the second of them bad, as the interpret-service once answered them. */
  @Test
  void scoreAsArrow_isTheServicesOwnBytes_andCounted() throws IOException {
    Path fasta = Files.writeString(folder.resolve("a.fa"), ">a\nACGT\n");
    byte[] answer = Files.readAllBytes(Path.of("src/test/resources/golden/scores.arrows"));
    String type = "application/vnd.apache.arrow.stream";
    gateway.bytes("POST /v1/models/01RUN/score", type, answer);

    assertThat(run("score", "01RUN", fasta.toString(), "--format", "arrow"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(out.toByteArray()).isEqualTo(answer);
    assertThat(err).hasToString("2 sequences scored, 1 not, model m\n");
  }

  @Test
  void scoreAsArrow_thatIsCutOffAnywhere_countsAsCutOff() throws IOException {
    byte[] answer = Files.readAllBytes(Path.of("src/test/resources/golden/scores.arrows"));
    for (int length = 0; length < answer.length; length++) {
      var cut = new java.io.ByteArrayInputStream(answer, 0, length);
      assertThat(ArrowRelay.pass(cut, new java.io.ByteArrayOutputStream())).isEmpty();
    }
  }

  @Test
  void scoreWithSaliency_asksForIt() throws IOException {
    Path fasta = Files.writeString(folder.resolve("a.fa"), ">a\nACGT\n");
    String answer =
        json(
            "{'id':'a','scores':{'MAFK':0.25},'saliency':{'class':'MAFK','start':0,'strand':'+',"
                + "'values':[0.5,0,0,0]}}\n{'count':1,'errors':0,'model':'01RUN'}\n");
    gateway.text("POST /v1/models/01RUN/score", "application/x-ndjson", answer);

    assertThat(
            run(
                "score",
                "01RUN",
                fasta.toString(),
                "--format",
                "ndjson",
                "--saliency",
                "NF kB",
                "--hits",
                "2"))
        .isZero();

    assertThat(gateway.requests("POST", "/v1/models/01RUN/score").get(0).query())
        .isIn("hits=2&saliency=NF%20kB", "hits=2&saliency=NF kB");
    assertThat(out).hasToString(answer);
  }

  @Test
  void scoreAsNdjson_isTheServicesOwnLines() throws IOException {
    Path fasta = Files.writeString(folder.resolve("a.fa"), ">a\nACGT\n");
    String answer =
        json("{'id':'a','scores':{'MAFK':0.25}}\n{'count':1,'errors':0,'model':'01RUN'}\n");
    gateway.text("POST /v1/models/01RUN/score", "application/x-ndjson", answer);

    assertThat(run("score", "01RUN", fasta.toString(), "--format", "ndjson")).isZero();

    assertThat(out).hasToString(answer);
    assertThat(gateway.requests("POST", "/v1/models/01RUN/score").get(0).query()).isNull();
  }

  @Test
  void scoreOfAMissingFile_namesIt() {
    assertThat(run("score", "01RUN", folder.resolve("none.fa").toString()))
        .isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("none.fa");
  }
}
