package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The commands against a stand-in gateway: what they send and what they print. */
class CommandLineTest extends GatewayCommandTest {

  private static final String DATASET =
      "{'id':'01DATASET','name':'paper','state':'%s','createdAt':'2026-01-01T10:00:00Z',"
          + "'startedAt':'2026-01-01T10:00:01Z','endedAt':'2026-01-01T10:00:03Z',"
          + "'progress':{'done':25000,'total':25000},'classes':['ARID3A','CEBPB'],'window':200,"
          + "'counts':{'train':17500,'validation':2500,'test':5000},"
          + "'positives':{'ARID3A':3650,'CEBPB':3644},'warnings':[]}";
  private static final String RUN =
      "{'id':'01RUN','dataset':{'id':'01DATASET','name':'paper'},"
          + "'architecture':{'name':'cnn-25'},'seed':1,'state':'%s','attempts':1,"
          + "'createdAt':'2026-01-01T10:01:00Z','startedAt':'2026-01-01T10:01:00Z',"
          + "'endedAt':'2026-01-01T10:03:10Z','progress':{'phase':'training','epoch':%d,"
          + "'epochs':100,'bestEpoch':32,'validationLoss':0.1312,'bestValidationLoss':0.1298}}";
  private static final String MODEL =
      "{'id':'01RUN','architecture':'cnn-25','dataset':{'id':'01DATASET','name':'paper'},"
          + "'classes':['ARID3A','CEBPB','FOSL1','GABPA','MAFK','MAX','MEF2A','NFYB','SP1','SRF',"
          + "'STAT1','YY1'],'seed':1,'auRoc':0.9731,"
          + "'auRocSd':0.051,'auPr':0.801,'epochs':52,'bestEpoch':32,"
          + "'selfCheckDifference':3.1e-6,'createdAt':'2026-01-01T10:03:10Z',"
          + "'interpretation':{'state':'%s','jasparMatchPercent':100,"
          + "'relevantMatchPercent':96.7,'deadFilters':1,'saliencyAuRoc':0.91}}";
  private static final String INTERPRETATION =
      "{'filters':[{'filter':0,'dead':true,'sites':0,'consensus':'','matches':[]},"
          + "{'filter':1,'dead':false,'sites':812,'consensus':'ACGTGAC','matches':["
          + "{'targetId':'MA0093.2','targetName':'USF1','pValue':0.0002,'eValue':0.09}]},"
          + "{'filter':2,'dead':false,'sites':1204,'consensus':'TGCTGAGTCA','matches':["
          + "{'targetId':'MA0496.1','targetName':'MAFK','pValue':1.2e-12,'eValue':6.2e-10,"
          + "'relevantFactor':'MAFK'}]}]}";

  @Test
  void datasetSimulate_asksFollowsAndTells() {
    gateway.json(202, "POST /v1/datasets", dataset("REQUESTED"));
    gateway.json(200, "GET /v1/datasets/01DATASET", dataset("BUILDING"), dataset("READY"));

    assertThat(run("dataset", "simulate", "--name", "paper", "--seed", "7")).isZero();

    assertThat(gateway.requests("POST", "/v1/datasets").get(0).body())
        .isEqualTo(
            json(
                "{'name':'paper','source':{'kind':'simulation','sequences':25000,'length':200,"
                    + "'spacers':'code','seed':7}}"));
    assertThat(out).hasToString(golden("dataset-ready.txt"));
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("dataset ...\ndataset: 25,000 of 25,000\ndataset: paper: 25,000 sequences");
  }

  @Test
  void datasetImport_uploadsFilesWithTheirRoles() throws IOException {
    Path positive = Files.writeString(folder.resolve("bound sites.fa"), ">a\nACGT\n");
    Path negative = Files.writeString(folder.resolve("other.fa"), ">b\nTTTT\n");
    gateway.json(202, "POST /v1/datasets", dataset("REQUESTED"));

    int exit =
        run(
            "dataset",
            "import",
            "--name",
            "mafk",
            "--positive",
            positive.toString(),
            "--negative",
            negative.toString(),
            "--split=chromosome",
            "--validation=chr7",
            "--test=chr8,chr9",
            "--detach");

    assertThat(exit).isZero();
    assertThat(gateway.requests("POST", "/v1/datasets").get(0).body())
        .contains(
            json(
                "{'name':'mafk','source':{'kind':'fasta','classes':[{'name':'mafk','file':"
                    + "'bound-sites.fa'},{'file':'other.fa','background':true}],'split':"
                    + "{'by':'chromosome','validation':['chr7'],'test':['chr8','chr9']},"
                    + "'onInvalid':'fail'}}"))
        .contains("filename=\"bound-sites.fa\"")
        .contains(">a\nACGT\n")
        .contains(">b\nTTTT\n");
  }

  @Test
  void datasetImport_withoutNegatives_saysWhatIsMissing() {
    assertThat(run("dataset", "import", "--name", "x", "--positive", "a.fa")).isEqualTo(2);
    assertThat(err).asString().contains("error: What should the positive sequences differ from?");
  }

  @Test
  void datasetList_isATable() {
    gateway.json(
        200,
        "GET /v1/datasets",
        json("{'items':[" + dataset("READY") + "," + dataset("FAILED") + "],'next':'01OLD'}"));

    assertThat(run("dataset", "list")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8).replaceAll("2026-01-01 \\d\\d:00", "TIME"))
        .isEqualTo(golden("dataset-list.txt"));
  }

  @Test
  void run_waitsForTheTrainerToHearOfTheDataset_andPrintsWhatWasLearned() {
    gateway.json(
        404, "POST /v1/runs", json("{'title':'Unknown','status':404,'code':'dataset.unknown'}"));
    gateway.json(202, "POST /v1/runs", run("QUEUED", 0));
    gateway.json(200, "GET /v1/datasets/paper", dataset("READY"));
    gateway.json(200, "GET /v1/datasets/01DATASET", dataset("READY"));
    gateway.json(200, "GET /v1/runs/01RUN", run("RUNNING", 17), run("SUCCEEDED", 52));
    gateway.json(200, "GET /v1/models/01RUN", model("AWAITING"), model("READY"));
    gateway.json(200, "GET /v1/models/01RUN/interpretation", json(INTERPRETATION));

    assertThat(run("run", "--dataset=paper", "--architecture=cnn-25", "--epochs=60")).isZero();

    assertThat(gateway.requests("POST", "/v1/runs").get(1).body())
        .isEqualTo(
            json(
                "{'dataset':'01DATASET','architecture':'cnn-25','training':{'maximumEpochs':60},"
                    + "'seed':1}"));
    assertThat(printed()).isEqualTo(golden("run-result.txt"));
    assertThat(err)
        .asString()
        .contains("training: 17 of 100, validation loss .1312 (best .1298)")
        .contains("training: cnn-25, 52 epochs, best validation loss .1298 at 32 (");
  }

  @Test
  void run_passesOnEveryTrainingOption_andRefusesASlipBeforeAsking() {
    gateway.json(202, "POST /v1/runs", run("QUEUED", 0));
    gateway.json(200, "GET /v1/datasets/paper", dataset("READY"));
    String[] start = {"run", "--dataset=paper", "--architecture=cnn-25", "--detach"};

    assertThat(
            run(
                join(
                    start,
                    "--reverse-complement",
                    "--class-weights=1,2.5",
                    "--schedule=cosine",
                    "--set=beta1=0.9",
                    "--set=initialisation=he-normal")))
        .isZero();
    assertThat(gateway.requests("POST", "/v1/runs").get(0).body())
        .contains("\"reverseComplement\":true")
        .contains("\"classWeights\":[1,2.5]")
        .contains("\"learningRateSchedule\":\"cosine\"")
        .contains("\"beta1\":0.9")
        .contains("\"initialisation\":\"he-normal\"");

    assertThat(run(join(start, "--set=beta3=1"))).isEqualTo(ExitCode.USAGE);
    assertThat(run(join(start, "--class-weights=even"))).isEqualTo(ExitCode.USAGE);
    assertThat(gateway.requests("POST", "/v1/runs")).hasSize(1);
    assertThat(err).asString().contains("'beta3' is no training setting");
  }

  private static String[] join(String[] start, String... more) {
    return Stream.concat(Stream.of(start), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void failedRun_tellsProblemAndRemedy() {
    gateway.json(
        200,
        "GET /v1/runs/01RUN",
        json(
            "{'id':'01RUN','state':'FAILED','seed':1,'attempts':3,'problem':{'title':'Training"
                + " lost its worker','detail':'Three workers died.','action':'Look at the"
                + " logs.'}}"));

    assertThat(run("run", "show", "01RUN", "--follow")).isEqualTo(ExitCode.FAILED);

    assertThat(err)
        .asString()
        .endsWith(
            "error: Run 01RUN failed: Training lost its worker\n  Three workers died.\n"
                + "  → Look at the logs.\n");
  }

  @Test
  void demo_writesSummaryAndResults_andAFailedRunIsAskedForAnew() throws IOException {
    gateway.json(202, "POST /v1/datasets", dataset("READY"));
    gateway.json(200, "GET /v1/datasets/01DATASET", dataset("READY"));
    gateway.json(202, "POST /v1/runs", run("FAILED", 3), run("SUCCEEDED", 52));
    gateway.json(200, "GET /v1/runs/01RUN", run("SUCCEEDED", 52));
    gateway.json(200, "GET /v1/models/01RUN", model("READY"));
    gateway.json(200, "GET /v1/models/01RUN/interpretation", json(INTERPRETATION));
    gateway.text("GET /v1/models/01RUN/report.html", "text/html", "<html/>");
    gateway.text("GET /v1/models/01RUN/artifacts/predict.onnx", "application/onnx", "onnx");
    gateway.text("GET /v1/models/01RUN/filters.meme", "text/plain", "MEME version 4\n");
    gateway.text("GET /v1/models/01RUN/matches.tsv", "text/plain", "Query_ID\n");

    assertThat(run("demo", "--out", folder.resolve("out").toString())).isZero();

    assertThat(gateway.requests("POST", "/v1/runs"))
        .extracting(StandInGateway.Request::idempotencyKey)
        .containsExactly("cnn-25-25000-seed-1-01DATASET-1", "cnn-25-25000-seed-1-01DATASET-2");
    assertThat(folder.resolve("out"))
        .isDirectoryContaining(file -> file.endsWith("report.html"))
        .isDirectoryContaining(file -> file.endsWith("predict.onnx"))
        .isDirectoryContaining(file -> file.endsWith("filters.meme"))
        .isDirectoryContaining(file -> file.endsWith("matches.tsv"));
    String summary = Files.readString(folder.resolve("out/summary.json"));
    summary = summary.replaceAll("(\"(interpretation|total|start)\" : )[0-9.]+", "$1N");
    assertThat(summary.replace(folder.toString(), "DIR")).isEqualTo(golden("demo-summary.json"));
    assertThat(printed()).isEqualTo(golden("demo-result.txt"));
    assertThat(err).asString().contains("training: already there: cnn-25, 52 epochs");
  }

  @Test
  void refusal_isTheServicesOwnWords_orJsonForScripts() {
    assertThat(run("model", "show", "01NONE")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).hasToString("error: Nothing here\n  /v1/models/01NONE\n  → See /q/openapi.\n");

    err.reset();
    assertThat(run("model", "show", "01NONE", "--json")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().startsWith("{").contains("\"code\":\"path.unknown\"");
  }

  @Test
  void everyCommand_explainsItself() {
    assertThat(run("--help")).isZero();
    assertThat(printed()).contains("./motifworks demo").contains("Exit codes");
    for (String command : new String[] {"demo", "up", "down", "status", "logs", "dataset", "run"}) {
      assertThat(run(command, "--help")).as(command).isZero();
    }
  }

  @Test
  void status_withoutASystem_saysHowToStart() {
    assertThat(run("status", "--home-folder", folder.toString())).isEqualTo(ExitCode.UNREACHABLE);
    assertThat(out).hasToString("Motifworks is not running.\n  → Start it with: ./motifworks up\n");
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8)
        .replace(gateway.uri().toString(), "PAGE")
        .replace(folder.toString(), "DIR");
  }

  private static String dataset(String state) {
    return json(String.format(DATASET, state));
  }

  private static String run(String state, int epoch) {
    return json(String.format(RUN, state, epoch));
  }

  private static String model(String state) {
    return json(String.format(MODEL, state));
  }

  private static String golden(String name) {
    try {
      return Files.readString(Path.of("src/test/resources/golden", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
