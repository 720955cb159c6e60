package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.simulation.PaperTable1;

/** The commands of experiments against a stand-in gateway: what they send and what they print. */
class ExperimentCommandTest extends GatewayCommandTest {

  private static final String DATASET =
      "{'id':'01DATASET','name':'demo-25000-seed-1','state':'READY','window':200,"
          + "'counts':{'train':17500,'validation':2500,'test':5000}}";
  private static final String RUN =
      "{'id':'01RUN%d','architecture':'%s','trial':1,'seed':%d,'state':'%s',"
          + "'progress':{'phase':'training','epoch':%d,'epochs':100}%s}";
  private static final String RESULTS =
      "{'experiment':'01EXPERIMENT','dataset':'paper','trials':1,'seed':1,'complete':true,"
          + "'primaryRule':'code','primaryClip':'sharpened','rows':["
          + "{'architecture':'cnn-2','trials':1,'auRoc':0.971,'auRocSd':0.03,'auPr':0.85,"
          + "'jasparMatchPercent':33.3,'relevantMatchPercent':0,'coveredFactors':0,'deadFilters':1,"
          + "'duplicateFilters':2,'paper':{'architecture':'cnn-2','auRoc':0.968,'auRocSd':0.028,"
          + "'jasparMatchPercent':30,'relevantMatchPercent':0}},"
          + "{'architecture':'mine','trials':1,'auRoc':0.7,'auRocSd':0.04,'auPr':0.5}],"
          + "'comparisons':[{'metric':'auRoc','first':'cnn-2','second':'mine','classes':12,"
          + "'meanDifference':0.271,'adjustedPValue':0.0004883},"
          + "{'metric':'auPr','first':'cnn-2','second':'mine','classes':12,'meanDifference':0.3,"
          + "'adjustedPValue':0.0004883}]}";

  @BeforeEach
  void answers() {
    gateway.json(202, "POST /v1/datasets", json(DATASET));
    gateway.json(200, "GET /v1/datasets/01DATASET", json(DATASET));
    gateway.json(200, "GET /v1/experiments/01EXPERIMENT/results", json(RESULTS));
    gateway.text("GET /v1/experiments/01EXPERIMENT/report.html", "text/html", "<h1>report</h1>");
    gateway.json(
        200,
        "GET /v1/experiments/01EXPERIMENT/figures",
        json("[{'name':'roc','title':'ROC curves'},{'name':'filters-mine','title':'Filters'}]"));
    for (String figure : List.of("roc", "filters-mine")) {
      String path = "GET /v1/experiments/01EXPERIMENT/figures/" + figure + ".svg";
      gateway.text(path, "image/svg+xml", "<svg id='" + figure + "'/>");
    }
  }

  @Test
  void paperTable_asksForAllTwelveRows_followsAndPrintsBesideThePaper() throws IOException {
    gateway.json(
        404,
        "POST /v1/experiments",
        json("{'title':'Unknown','status':404,'code':'dataset.unknown'}"));
    gateway.json(202, "POST /v1/experiments", experiment("QUEUED", "QUEUED", "QUEUED"));
    gateway.json(
        200,
        "GET /v1/experiments/01EXPERIMENT",
        experiment("RUNNING", "RUNNING", "QUEUED"),
        experiment("RUNNING", "SUCCEEDED", "RUNNING"),
        experiment("SUCCEEDED", "SUCCEEDED", "SUCCEEDED"));

    assertThat(run("experiment", "paper-table-1")).as(err.toString()).isZero();

    List<StandInGateway.Request> asked = gateway.requests("POST", "/v1/experiments");
    JsonNode request = Json.mapper().readTree(asked.get(1).body());
    assertThat(request.path("dataset").asText()).isEqualTo("01DATASET");
    assertThat(request.path("trials").asInt()).isEqualTo(1);
    assertThat(request.path("architectures"))
        .extracting(JsonNode::asText)
        .containsExactlyElementsOf(
            PaperTable1.rows().stream().map(PaperTable1.Row::architecture).toList());
    assertThat(asked.get(0).idempotencyKey()).isEqualTo(asked.get(1).idempotencyKey());
    assertThat(gateway.requests("POST", "/v1/datasets").get(0).idempotencyKey())
        .as("the dataset of the demo")
        .isEqualTo("demo-25000-seed-1-1");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(Files.readString(Path.of("src/test/resources/golden/experiment-results.txt")));
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("experiment: 1 of 2  cnn-2 trial 1: AU-ROC .971, 40 epochs, 0 % relevant")
        .contains("experiment: 2 of 2  mine trial 1: AU-ROC .971, 40 epochs, 0 % relevant");
  }

  @Test
  void sameOptions_sendTheSameKey_otherOptionsAnother() {
    gateway.json(202, "POST /v1/experiments", experiment("QUEUED", "QUEUED", "QUEUED"));
    assertThat(run("experiment", "paper-table-1", "--detach")).isZero();
    assertThat(run("experiment", "paper-table-1", "--detach")).isZero();
    assertThat(run("experiment", "paper-table-1", "--trials", "2", "--detach")).isZero();
    List<String> keys =
        gateway.requests("POST", "/v1/experiments").stream()
            .map(StandInGateway.Request::idempotencyKey)
            .toList();
    assertThat(keys.get(0)).isNotBlank().isEqualTo(keys.get(1)).isNotEqualTo(keys.get(2));
    assertThat(out).asString().contains("see         ./motifworks experiment show 01EXPERIMENT");
  }

  @Test
  void experimentThatLacksRuns_isResumed() {
    gateway.json(202, "POST /v1/experiments", experiment("CANCELLED", "SUCCEEDED", "CANCELLED"));
    gateway.json(
        202,
        "POST /v1/experiments/01EXPERIMENT/resume",
        experiment("RUNNING", "SUCCEEDED", "QUEUED"));
    gateway.json(
        200, "GET /v1/experiments/01EXPERIMENT", experiment("SUCCEEDED", "SUCCEEDED", "SUCCEEDED"));

    int exit =
        run(
            "experiment",
            "run",
            "--dataset",
            "01DATASET",
            "--architectures",
            "cnn-2,cnn-4",
            "--json");

    assertThat(exit).as(err.toString()).isZero();
    assertThat(gateway.requests("POST", "/v1/experiments/01EXPERIMENT/resume")).hasSize(1);
    assertThat(out).asString().contains("\"rows\"", "\"jasparMatchPercent\" : 33.3");
  }

  @Test
  void failedRun_leavesTheOthersTable_andFails() {
    gateway.json(202, "POST /v1/experiments", experiment("QUEUED", "QUEUED", "QUEUED"));
    gateway.json(
        200, "GET /v1/experiments/01EXPERIMENT", experiment("FAILED", "SUCCEEDED", "FAILED"));
    assertThat(run("experiment", "run", "--dataset", "01DATASET", "--architectures", "cnn-2,cnn-4"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(out).asString().contains("cnn-2", ".971 ± .030");
    assertThat(err).asString().contains("1 of 2 runs ended without a model");
  }

  @Test
  void results_areWrittenToFilesToo() {
    Path files = folder.resolve("table");
    assertThat(run("experiment", "results", "01EXPERIMENT", "--csv", "--out", files.toString()))
        .isZero();
    assertThat(files.resolve("results.json")).content().contains("\"rows\"");
    assertThat(files.resolve("results.csv")).isNotEmptyFile();
    assertThat(files.resolve("results.tex")).isNotEmptyFile();
    assertThat(files.resolve("report.html")).hasContent("<h1>report</h1>");
    assertThat(files.resolve("figures/roc.svg")).hasContent("<svg id='roc'/>");
    assertThat(files.resolve("figures/filters-mine.svg")).hasContent("<svg id='filters-mine'/>");
  }

  @Test
  void report_isFetchedIntoAFile() {
    Path file = folder.resolve("table.html");
    assertThat(run("experiment", "report", "01EXPERIMENT", "--out", file.toString())).isZero();
    assertThat(file).hasContent("<h1>report</h1>");
    assertThat(out).asString().contains("table.html  15 B");
    assertThat(run("experiment", "report", "none", "--out", file + "2")).isNotZero();
    assertThat(folder.resolve("table.html2")).doesNotExist();
  }

  @Test
  void showListAndCancel_speakOfTheExperiment() {
    gateway.json(
        200, "GET /v1/experiments/01EXPERIMENT", experiment("RUNNING", "SUCCEEDED", "RUNNING"));
    gateway.json(
        200,
        "GET /v1/experiments",
        "{\"items\":[" + experiment("RUNNING", "SUCCEEDED", "RUNNING") + "]}");
    gateway.json(
        202,
        "POST /v1/experiments/01EXPERIMENT/cancel",
        experiment("RUNNING", "SUCCEEDED", "CANCELLING"));
    assertThat(run("experiment", "show", "01EXPERIMENT")).isZero();
    assertThat(run("experiment", "list")).isZero();
    assertThat(run("experiment", "cancel", "01EXPERIMENT")).isZero();
    assertThat(out)
        .asString()
        .contains("state       RUNNING", "01RUN2", "1/2", "is being cancelled");
  }

  @Test
  void runWithoutArchitectures_saysWhatIsMissing() {
    assertThat(run("experiment", "run", "--dataset", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(err).asString().contains("Which --architectures?");
  }

  private static String experiment(String state, String first, String second) {
    int succeeded = (first + second).split("SUCCEEDED", -1).length - 1;
    int failed = (first + second).split("FAILED", -1).length - 1;
    int cancelled = (first + second).split("CANCELLED", -1).length - 1;
    return json(
        String.format(
            "{'id':'01EXPERIMENT','name':'paper-table-1','dataset':{'id':'01DATASET','name':"
                + "'paper'},'architectures':['cnn-2','mine'],'trials':1,'seed':1,'state':'%s',"
                + "'counts':{'total':2,'succeeded':%d,'failed':%d,'cancelled':%d},'createdAt':"
                + "'2026-01-01T10:00:00Z','runs':[%s,%s]}",
            state,
            succeeded,
            failed,
            cancelled,
            entry(1, "cnn-2", first),
            entry(2, "mine", second)));
  }

  private static String entry(int number, String architecture, String state) {
    String ended =
        state.equals("SUCCEEDED")
            ? ",'auRoc':0.971,'interpretation':'READY','relevantMatchPercent':0"
            : "";
    return String.format(RUN, number, architecture, number, state, 40, ended);
  }
}
