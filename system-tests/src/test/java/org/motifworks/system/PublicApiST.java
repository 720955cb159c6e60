package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The API is what its description says, from the whole running system. */
@Timeout(300)
class PublicApiST {

  /** A sequence of the window's length with a MAX site (CACGTG) in its middle. */
  private static final String SEQUENCE = "ACGTTGCA".repeat(12) + "GCCACGTG" + "TGCAACGT".repeat(12);

  private static final String SERIES = "small";

  private final SmallModel model = SmallModel.get();
  private final PublicDoor door = RunningSystem.door();

  @Test
  void everyPathOfTheDescription_answers() throws IOException {
    String experiment = endedExperiment();
    String again = reproduced(experiment);
    String judgement = champion();
    String scoring = scored();
    String track = track();
    JsonNode paths = PublicDoor.read(door.get("/q/openapi?format=json").body()).get("paths");
    List<String> asked = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : paths.properties()) {
      if (!path.getValue().has("get") || path.getKey().endsWith("/events")) continue;
      String url =
          concrete(path.getKey(), experiment, again)
              .replace("{judgement}", judgement)
              .replace("{scoring}/tracks/{file}", track)
              .replace("{scoring}", scoring);
      HttpResponse<byte[]> answer = door.bytes(url);
      assertThat(answer.statusCode()).as(url).isEqualTo(200);
      assertThat(answer.body()).as(url).isNotEmpty();
      asked.add(path.getKey());
    }
    assertThat(asked).hasSizeGreaterThan(12);
  }

  @Test
  void interpretation_isAboutThisModel() {
    JsonNode interpretation =
        PublicDoor.read(door.get("/v1/models/" + model.id() + "/interpretation").body());
    assertThat(interpretation.get("modelId").asText()).isEqualTo(model.id());
    assertThat(interpretation.get("filters")).hasSize(30);
    assertThat(interpretation.get("summaries")).hasSize(4);
    assertThat(interpretation.at("/saliency/auRoc").asDouble()).isBetween(0.0, 1.0);
    assertThat(door.get("/v1/models/" + model.id() + "/filters.meme").body())
        .startsWith("MEME version");
    assertThat(door.get("/v1/models/" + model.id() + "/matches.tsv").body())
        .startsWith("Query_ID\tTarget_ID");
  }

  @Test
  void scores_comeInOrder_withErrorsBesideThem_andACountAtTheEnd() {
    String fasta =
        ">first\n"
            + SEQUENCE
            + "\n>short\nACGT\n>second\r\n"
            + SEQUENCE.toLowerCase(java.util.Locale.ROOT)
            + "\r\n";
    HttpResponse<String> answer =
        door.post("/v1/models/" + model.id() + "/score", "text/x-fasta", fasta);
    assertThat(answer.statusCode()).isEqualTo(200);
    List<JsonNode> lines = answer.body().lines().map(PublicDoor::read).toList();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0).get("id").asText()).isEqualTo("first");
    assertThat(lines.get(0).get("scores")).hasSize(12);
    assertThat(lines.get(1).at("/error/code").asText()).isEqualTo("sequence.wrong-length");
    assertThat(lines.get(2).get("scores")).isEqualTo(lines.get(0).get("scores"));
    assertThat(lines.get(3).get("count").asInt()).isEqualTo(3);
    assertThat(lines.get(3).get("errors").asInt()).isEqualTo(1);
  }

  @Test
  void scoresByAlias_nameTheModelAndTheGeneration() {
    champion();
    HttpResponse<String> answer =
        door.post(
            "/v1/models/" + SERIES + "@champion/score", "text/x-fasta", ">first\n" + SEQUENCE);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode last = PublicDoor.read(answer.body().lines().reduce((a, b) -> b).orElseThrow());
    assertThat(last.get("model").asText()).isEqualTo(model.id());
    assertThat(last.at("/named/alias").asText()).isEqualTo("champion");
    assertThat(last.at("/named/generation").asInt()).isEqualTo(1);
  }

  @Test
  void saliency_isGivenForAnySequence() {
    HttpResponse<String> answer =
        door.post(
            "/v1/models/" + model.id() + "/saliency",
            "application/json",
            "{\"sequence\":\"" + SEQUENCE + "\",\"class\":\"MAX\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(PublicDoor.read(answer.body()).get("contributions")).hasSize(200);
  }

  @Test
  void mistakes_areExplained() {
    assertProblem(door.get("/v1/models/nothing"), 404, "model.unknown");
    assertProblem(door.get("/v1/nothing"), 404, "path.unknown");
    assertProblem(
        door.post(
            "/v1/runs",
            "application/json",
            "{\"dataset\":\"nowhere\",\"architecture\":\"cnn-25\"}"),
        404,
        "dataset.unknown");
    assertProblem(
        door.post(
            "/v1/models/" + model.id() + "/saliency",
            "application/json",
            "{\"sequence\":\"ACGT\",\"class\":\"MAX\"}"),
        422,
        "sequence.wrong-length");
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    JsonNode problem = PublicDoor.read(answer.body());
    assertThat(problem.get("code").asText()).isEqualTo(code);
    assertThat(problem.get("action").asText()).isNotBlank();
    assertThat(answer.body()).doesNotContain("Exception", "\tat ");
  }

  private String endedExperiment() {
    String id = SmallExperiment.get().id();
    JsonNode table = PublicDoor.read(door.get("/v1/experiments/" + id + "/results").body());
    assertThat(table.get("rows")).hasSize(1);
    assertThat(table.at("/rows/0/architecture").asText()).isEqualTo("cnn-25");
    assertThat(door.get("/v1/experiments/" + id + "/report.html").body())
        .startsWith("<!DOCTYPE html>")
        .contains("cnn-25", "<figure id=\"filters-cnn-25\">", "<figure id=\"roc\">")
        .endsWith("</html>\n");
    return id;
  }

  /** Makes the small model the champion of a series of its own; the judgement's id. */
  private String champion() {
    HttpResponse<String> made =
        door.post(
            "/v1/series",
            "application/json",
            """
            {"name": "%s", "dataset": "%s",
             "rules": {"minimumAuRoc": 0, "maximumDeadFiltersPercent": 100}}\
            """
                .formatted(SERIES, model.dataset()));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(
            door.put(
                    "/v1/series/" + SERIES + "/policy",
                    "{\"enabled\": false, \"dataset\": \"small-model\", \"architecture\":"
                        + " \"cnn-25\"}")
                .statusCode())
        .isEqualTo(200);
    String judgements = "/v1/series/" + SERIES + "/judgements";
    String id = door.start(judgements, "{\"model\": \"" + model.id() + "\"}");
    JsonNode judgement = door.awaitEnd(judgements + "/" + id, Duration.ofMinutes(1));
    assertThat(judgement.at("/report/verdict").asText())
        .as(judgement.toString())
        .isEqualTo("ACCEPTED");
    return id;
  }

  /** The experiment's run again: the same to the last byte, through other processes. */
  private String reproduced(String experiment) {
    String model =
        PublicDoor.read(door.get("/v1/experiments/" + experiment).body()).at("/runs/0/id").asText();
    String again = door.start("/v1/models/" + model + "/reproduce", "");
    JsonNode run = door.awaitEnd("/v1/runs/" + again, Duration.ofMinutes(2));
    assertThat(run.get("state").asText()).as(run.toString()).isEqualTo("SUCCEEDED");
    JsonNode outcome = PublicDoor.read(door.get("/v1/runs/" + again + "/reproduction").body());
    assertThat(outcome.get("filesEqual").asBoolean()).as(outcome.toString()).isTrue();
    return again;
  }

  private String scored() throws IOException {
    Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "one-", ".fa");
    Files.writeString(file, ">one\n" + SEQUENCE + "\n");
    String request = "{\"model\":\"%s\",\"sequences\":\"%s\"}".formatted(model.id(), file);
    String id = door.start("/v1/scorings", request);
    JsonNode scoring = door.awaitEnd("/v1/scorings/" + id, Duration.ofMinutes(1));
    assertThat(scoring.get("state").asText()).as(scoring.toString()).isEqualTo("SUCCEEDED");
    Files.delete(file);
    return id;
  }

  /** A scoring's first track. */
  private String track() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "track-");
    Path genome = Files.writeString(folder.resolve("g.fa"), ">1\n" + SEQUENCE + "\n");
    Path bed = Files.writeString(folder.resolve("r.bed"), "1\t90\t110\n");
    String id =
        door.start(
            "/v1/scorings",
            "{\"model\":\"%s\",\"regions\":\"%s\",\"genome\":\"%s\",\"format\":\"bigwig\"}"
                .formatted(model.id(), bed, genome));
    JsonNode scoring = door.awaitEnd("/v1/scorings/" + id, Duration.ofMinutes(1));
    assertThat(scoring.get("state").asText()).as(scoring.toString()).isEqualTo("SUCCEEDED");
    for (Path file : List.of(genome, bed, folder)) Files.delete(file);
    return id + "/tracks/" + scoring.at("/result/tracks/0/file").asText();
  }

  private String concrete(String path, String experiment, String again) {
    return path.replace("/v1/datasets/{id}", "/v1/datasets/" + model.dataset())
        .replace("/v1/experiments/{id}", "/v1/experiments/" + experiment)
        .replace("{figure}", "match-share")
        .replace("/v1/runs/{id}/reproduction", "/v1/runs/" + again + "/reproduction")
        .replace("{series}", SERIES)
        .replace("{alias}", "champion")
        .replace("{id}", model.id())
        .replace("{ref}", model.id())
        .replace("{version}", model.id())
        .replace("{collection}", "models")
        .replace("{name}", "predict.onnx")
        .replace("{filter}", Integer.toString(livingFilter()))
        .replace("{example}", "0");
  }

  private int livingFilter() {
    for (JsonNode filter :
        PublicDoor.read(door.get("/v1/models/" + model.id() + "/interpretation").body())
            .get("filters")) {
      if (!filter.get("dead").asBoolean()) return filter.get("filter").asInt();
    }
    throw new AssertionError("all filters are dead");
  }
}
