package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;

/** The commands of series and aliases against a stand-in gateway. */
class SeriesCommandTest extends GatewayCommandTest {

  private static final String CHANGE =
      "{'series':'tf12','alias':'champion','generation':4,'version':2,'model':'01RUN',"
          + "'kind':'ROLLBACK','restores':2,'actor':'eva','reason':'worse','changedAt':'2026-01-01T10:00:00Z'}";
  private static final String SERIES =
      "{'name':'tf12','classes':['MAX','SRF'],'window':200,'evaluation':{'name':'paper'},"
          + "'testSplitSha256':'ab12','rules':{'minimumAuRoc':0.9,'auRocTolerance':0.01,"
          + "'auPrTolerance':0.03,'confidence':0.95,'resamples':500,'seed':1,"
          + "'relevantMatchTolerance':12.5,'keptMotifsPercent':80.0,"
          + "'maximumDeadFiltersPercent':20.0},'aliases':["
          + CHANGE
          + "]}";
  private static final String JUDGEMENT = "{'id':'01J','series':'tf12','version':3,'state':'%s'%s}";
  private static final String REPORT =
      ",'report':{'verdict':'%s','findings':["
          + "{'rule':'minimumAuRoc','kept':true,'detail':'AU-ROC is 0.9700'},"
          + "{'rule':'keptMotifsPercent','kept':%s,'detail':'3 of 4 are found again; lost: YY1'}]}";

  private static final String RETRAINING =
      "{'series':'tf12','state':'WAITING_FOR_BUDGET','why':'4 of 4 runs of this day.',"
          + "'next':'2026-01-02T00:00:00Z','runsToday':4,'waitingTriggers':1,"
          + "'lastTrigger':{'actor':'eva','reason':'May','at':'2026-01-01T10:00:00Z'},"
          + "'cycles':[{'state':'REJECTED','dataset':{'name':'paper'},'run':'01RUN','version':3,"
          + "'reasons':['auRocTolerance: worse'],'startedAt':'2026-01-01T10:00:00Z'}]}";

  @BeforeEach
  void answers() {
    gateway.json(200, "GET /v1/series/tf12", json(SERIES));
  }

  @Test
  void create_sendsTheDatasetsId_andTheRules() throws IOException {
    Path rules = Files.writeString(folder.resolve("rules.json"), "{\"minimumAuRoc\":0.9}");
    gateway.json(200, "GET /v1/datasets/paper", json("{'id':'01DATA','state':'READY'}"));
    gateway.json(201, "POST /v1/series", json(SERIES));
    assertThat(run("series", "create", "tf12", "--dataset", "paper", "--rules", rules.toString()))
        .as(err.toString())
        .isZero();
    JsonNode request = sent("/v1/series");
    assertThat(request.path("dataset").asText()).isEqualTo("01DATA");
    assertThat(request.at("/rules/minimumAuRoc").asDouble()).isEqualTo(0.9);
    assertThat(out).asString().contains("tf12").contains("judged on test split ab12");
  }

  @Test
  void policy_changesWhatIsGiven_keepsTheRest_andShowsWhyItWaits() throws IOException {
    gateway.json(
        200,
        "GET /v1/series/tf12/policy",
        json(
            "{'dataset':'paper','architecture':'cnn-25','training':{'maximumEpochs':9},"
                + "'quiet':'PT1M','enabled':false}"));
    gateway.json(200, "PUT /v1/series/tf12/policy", "{}");
    gateway.json(200, "GET /v1/series/tf12/retraining", json(RETRAINING));
    assertThat(run("series", "policy", "tf12", "--quiet", "PT5M", "--on", "--every", "P7D"))
        .as(err.toString())
        .isZero();
    JsonNode policy = sent("/v1/series/tf12/policy", "PUT");
    assertThat(policy.path("quiet").asText()).isEqualTo("PT5M");
    assertThat(policy.path("every").asText()).isEqualTo("PT168H");
    assertThat(policy.path("enabled").asBoolean()).isTrue();
    assertThat(policy.at("/training/maximumEpochs").asInt()).isEqualTo(9);
    assertThat(out)
        .asString()
        .contains("WAITING FOR BUDGET: 4 of 4 runs")
        .contains("REJECTED")
        .contains("AU-ROC beside champion: worse");
    assertThat(run("series", "policy", "tf12", "--on", "--off")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void firstPolicy_needsDatasetAndArchitecture_andRetrainSaysWhoAsks() throws IOException {
    gateway.json(200, "PUT /v1/series/tf12/policy", "{}");
    gateway.json(200, "GET /v1/series/tf12/retraining", json(RETRAINING));
    gateway.json(202, "POST /v1/series/tf12/retrain", json(RETRAINING));
    assertThat(run("series", "policy", "tf12", "--quiet", "PT5M")).isEqualTo(ExitCode.USAGE);
    assertThat(
            run(
                "series",
                "policy",
                "tf12",
                "--dataset",
                "paper",
                "--architecture",
                "cnn-25",
                "--epochs",
                "3"))
        .as(err.toString())
        .isZero();
    JsonNode policy = sent("/v1/series/tf12/policy", "PUT");
    assertThat(policy.at("/training/maximumEpochs").asInt()).isEqualTo(3);
    assertThat(run("series", "retrain", "tf12", "--actor", "eva", "--reason", "May")).isZero();
    assertThat(sent("/v1/series/tf12/retrain").path("actor").asText()).isEqualTo("eva");
  }

  @Test
  void promote_ofARejectedModel_printsEveryRule_andEndsWithOne() throws IOException {
    gateway.json(202, "POST /v1/series/tf12/judgements", json(JUDGEMENT.formatted("QUEUED", "")));
    gateway.json(
        200,
        "GET /v1/series/tf12/judgements/01J",
        json(JUDGEMENT.formatted("RUNNING", "")),
        json(JUDGEMENT.formatted("SUCCEEDED", REPORT.formatted("REJECTED", "false"))),
        json(JUDGEMENT.formatted("SUCCEEDED", REPORT.formatted("ACCEPTED", "true"))));
    assertThat(run("model", "promote", "tf12@3", "--actor", "eva")).isEqualTo(ExitCode.FAILED);
    assertThat(sent("/v1/series/tf12/judgements").path("model").asText()).isEqualTo("tf12@3");
    assertThat(sent("/v1/series/tf12/judgements").path("actor").asText()).isEqualTo("eva");
    assertThat(out)
        .asString()
        .contains("✓ AU-ROC                  AU-ROC is 0.9700")
        .contains("✗ motifs kept             3 of 4 are found again; lost: YY1")
        .endsWith("tf12@3 was rejected\n");
    assertThat(run("model", "promote", "01RUN", "--series", "tf12")).isZero();
    assertThat(out).asString().endsWith("tf12@3 is champion now\n");
  }

  @Test
  void promote_thatCannotBeJudged_orHasNoSeries_saysSo() {
    gateway.json(202, "POST /v1/series/tf12/judgements", json(JUDGEMENT.formatted("QUEUED", "")));
    gateway.json(
        200,
        "GET /v1/series/tf12/judgements/01J",
        json(
            JUDGEMENT.formatted(
                "FAILED", ",'problem':{'title':'An alias that moved','detail':'now 5'}")));
    assertThat(run("model", "promote", "tf12@3")).isEqualTo(ExitCode.FAILED);
    assertThat(err).asString().contains("now 5");
    assertThat(run("model", "promote", "01RUN")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void forcedPromotion_andRollback_goStraightToTheAlias() throws IOException {
    gateway.json(200, "POST /v1/models/01RUN/promote", json(CHANGE));
    gateway.json(200, "POST /v1/models/tf12@champion/rollback", json(CHANGE));
    assertThat(run("model", "promote", "01RUN", "--force", "--reason", "the first")).isZero();
    JsonNode request = sent("/v1/models/01RUN/promote");
    assertThat(request.path("force").asBoolean()).isTrue();
    assertThat(request.path("reason").asText()).isEqualTo("the first");
    assertThat(run("model", "rollback", "tf12@champion")).isZero();
    assertThat(out)
        .asString()
        .endsWith("tf12@champion is version 2 (model 01RUN) since generation 4\n");
  }

  @Test
  void show_aliases_andRetire_printWhatTheySay() {
    gateway.json(
        200,
        "GET /v1/series/tf12/versions",
        json(
            "{'items':[{'version':2,'model':'01RUN','state':'ACCEPTED','aliases':['champion'],"
                + "'architecture':'cnn-25','auRoc':0.97,'interpretation':{'state':'READY',"
                + "'relevantMatchPercent':93.3,'deadFilters':1}}],'next':'2'}"));
    gateway.json(200, "GET /v1/series/tf12/aliases/champion", json("[" + CHANGE + "]"));
    gateway.json(200, "GET /v1/series", json("[" + SERIES + "]"));
    gateway.json(200, "DELETE /v1/models/tf12@1", json("{'id':'01OLD'}"));
    assertThat(run("series", "show", "tf12")).as(err.toString()).isZero();
    assertThat(out)
        .asString()
        .contains("ACCEPTED")
        .contains("    - mean AU-ROC of at least .900\n")
        .contains("lower end of the 95 % interval (500 resamples)")
        .contains("    - at least 80 % of the champion's motifs found again\n")
        .contains("at most 12.5 points below")
        .doesNotContain("{", "Tolerance")
        .contains("champion")
        .contains("more: ./motifworks series show tf12 --before 2");
    assertThat(run("series", "list")).isZero();
    assertThat(out).asString().contains("champion = 2");
    assertThat(run("model", "aliases", "tf12@champion")).isZero();
    assertThat(out).asString().containsPattern("rollback +eva +worse");
    assertThat(run("model", "retire", "tf12@1")).isZero();
    assertThat(out).asString().endsWith("model    tf12@1 is retired\n");
  }

  private JsonNode sent(String path) throws IOException {
    return sent(path, "POST");
  }

  private JsonNode sent(String path, String method) throws IOException {
    return Json.mapper().readTree(gateway.requests(method, path).get(0).body());
  }
}
