package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scoring} against a stand-in gateway. */
class ScoringCommandTest extends GatewayCommandTest {

  private static final String SCORING =
      "{'id':'01S','state':'%s','request':{'model':'tf@champion','sequences':'/data/new.fa'},"
          + "'createdAt':'2026-11-01T08:00:00Z','progress':{'done':5000,'total':20000}%s}";
  private static final String RESULT =
      ",'result':{'model':'01M','sequences':1200,'failed':3,'filledUp':0}";

  @TempDir Path folder;

  @Test
  void file_isNamedByItsPath_followed_andItsTableFetched() throws IOException {
    Path file = Files.writeString(folder.resolve("new.fa"), ">a\nACGT\n");
    Path out = folder.resolve("scores.tsv.gz");
    gateway.json(202, "POST /v1/scorings", json(SCORING.formatted("QUEUED", "")));
    gateway.json(200, "GET /v1/scorings/01S", json(SCORING.formatted("SUCCEEDED", RESULT)));
    gateway.json(200, "GET /v1/scorings/01S/scores.tsv.gz", "table");

    assertThat(
            run(
                "scoring",
                "--model",
                "tf@champion",
                "--sequences",
                file.toString(),
                "--strands",
                "max",
                "--out",
                out.toString()))
        .as(err.toString())
        .isZero();

    assertThat(gateway.requests("POST", "/v1/scorings").get(0).body())
        .contains("\"model\":\"tf@champion\"", "\"strands\":\"max\"", file.toString());
    assertThat(err).asString().contains("1,200 sequences, 3 of them could not be scored");
    assertThat(out).content().isEqualTo("table");
  }

  @Test
  void list_andShow_tellStateAndModel() {
    gateway.json(
        200,
        "GET /v1/scorings",
        json("{'items':[" + SCORING.formatted("SUCCEEDED", RESULT) + "]}"));
    gateway.json(200, "GET /v1/scorings/01S", json(SCORING.formatted("RUNNING", "")));

    assertThat(run("scoring", "list")).as(err.toString()).isZero();
    assertThat(out).asString().contains("01S", "tf@champion", "new.fa", "SUCCEEDED", "1,200");
    assertThat(run("scoring", "show", "01S")).as(err.toString()).isZero();
    assertThat(out).asString().contains("RUNNING, 5.0 KB of 20 KB read");
  }

  @Test
  void variants_andTheirGenome_areNamedByTheirPath() throws IOException {
    Path vcf = Files.writeString(folder.resolve("calls.vcf"), "##fileformat=VCFv4.2\n");
    Path genome = Files.writeString(folder.resolve("hg38.fa"), ">1\nACGT\n");
    gateway.json(202, "POST /v1/scorings", json(SCORING.formatted("QUEUED", "")));
    String view = SCORING.formatted("SUCCEEDED", RESULT).replace("'sequences':'", "'variants':'");
    gateway.json(200, "GET /v1/scorings/01S", json(view));

    assertThat(
            run(
                "scoring",
                "--model",
                "m",
                "--variants",
                vcf.toString(),
                "--genome",
                genome.toString()))
        .as(err.toString())
        .isZero();

    assertThat(gateway.requests("POST", "/v1/scorings").get(0).body())
        .contains("\"variants\":\"" + vcf, "\"genome\":\"" + genome);
    assertThat(err).asString().contains("1,200 variants, 3 of them could not be scored");
  }

  @Test
  void tracks_areAskedFor_andFetchedIntoAFolder() throws IOException {
    Path bed = Files.writeString(folder.resolve("a.bed"), "1\t0\t4\n");
    Path genome = Files.writeString(folder.resolve("g.fa"), ">1\nACGT\n");
    Path out = folder.resolve("tracks");
    gateway.json(202, "POST /v1/scorings", json(SCORING.formatted("QUEUED", "")));
    String tracks = ",'filledUp':0,'tracks':[{'name':'MAX','file':'MAX.bw'}]";
    String result = RESULT.replace(",'filledUp':0", tracks);
    gateway.json(200, "GET /v1/scorings/01S", json(SCORING.formatted("SUCCEEDED", result)));
    gateway.json(200, "GET /v1/scorings/01S/tracks/MAX.bw", "track");

    String[] command = {
      "scoring",
      "--model",
      "m",
      "--regions",
      bed.toString(),
      "--genome",
      genome.toString(),
      "--format",
      "bigwig",
      "--stride",
      "50",
      "--class",
      "MAX",
      "--out",
      out.toString()
    };
    assertThat(run(command)).as(err.toString()).isZero();

    assertThat(gateway.requests("POST", "/v1/scorings").get(0).body())
        .contains("\"format\":\"bigwig\"", "\"classes\":[\"MAX\"]", "\"stride\":50");
    assertThat(err).asString().contains("1,200 cells");
    assertThat(out.resolve("MAX.bw")).content().isEqualTo("track");
  }

  @Test
  void cancel_leavesWhatHasEnded_andDelete_doesNot() {
    gateway.json(
        202,
        "DELETE /v1/scorings/01S",
        json(SCORING.formatted("SUCCEEDED", RESULT)),
        json(SCORING.formatted("RETIRED", RESULT)));
    assertThat(run("scoring", "cancel", "01S")).as(err.toString()).isZero();
    assertThat(out).asString().contains("01S had ended before: SUCCEEDED");
    assertThat(run("scoring", "delete", "01S")).as(err.toString()).isZero();
    assertThat(out).asString().contains("01S is deleted");
    assertThat(gateway.requests("DELETE", "/v1/scorings/01S"))
        .extracting(StandInGateway.Request::query)
        .containsExactly("cancel=true", null);
  }

  @Test
  void halfARequest_isAWrongCommandLine() {
    assertThat(run("scoring", "--model", "m")).isEqualTo(ExitCode.USAGE);
    assertThat(run("scoring", "--model", "m", "--regions", "a.bed")).isEqualTo(ExitCode.USAGE);
    assertThat(run("scoring", "--model", "m", "--variants", "a.vcf")).isEqualTo(ExitCode.USAGE);
    assertThat(run("scoring", "--model", "m", "--sequences", "a.fa", "--genome", "g.fa"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("scoring", "--sequences", "a.fa")).isEqualTo(ExitCode.USAGE);
  }
}
