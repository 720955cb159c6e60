package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.core.sequence.DnaAlphabet;

/**
 * Clients that score without pause notice 20 promotions and 5 rollbacks by the names in the answers
 * alone: no request fails, and every score is that of the version the answer names, as the trainer
 * left it beside the model.
 */
@Timeout(300)
class PromotionST {

  private static final String ALIAS = "switch@champion";
  private static final int CLIENTS = 2;

  private final PublicDoor door = RunningSystem.door();
  private final String first = SmallModel.get().id();
  private final String second =
      PublicDoor.read(door.get("/v1/experiments/" + SmallExperiment.get().id()).body())
          .at("/runs/0/id")
          .asText();

  /** The model of each generation, as the registry told it. */
  private final Map<Long, String> generations = new ConcurrentHashMap<>();

  private String champion;
  private final AtomicLong newestSeen = new AtomicLong();
  private final AtomicBoolean over = new AtomicBoolean();

  @Test
  void scoringGoesOn_overPromotionsAndRollbacks() throws Exception {
    HttpResponse<String> made =
        door.post(
            "/v1/series",
            "application/json",
            "{\"name\": \"switch\", \"dataset\": \"%s\"}".formatted(SmallModel.get().dataset()));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    Map<String, float[]> offline = Map.of(first, logits(first), second, logits(second));
    assertThat(offline.get(first)).isNotEqualTo(offline.get(second));
    promote(first);

    ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    List<Future<Integer>> clients = new ArrayList<>();
    String fasta = sample(first);
    assertThat(sample(second)).isEqualTo(fasta);
    for (int i = 0; i < CLIENTS; i++) clients.add(threads.submit(() -> client(fasta, offline)));
    try {
      for (int promotions = 2; promotions <= 20; promotions++) {
        promote(champion.equals(first) ? second : first);
        awaitServed(clients);
        if (promotions % 4 == 0) rollBack();
      }
      awaitServed(clients);
    } finally {
      over.set(true);
      threads.shutdown();
    }
    int answers = 0;
    for (Future<Integer> client : clients) answers += client.get();
    assertThat(answers).isGreaterThan(generations.size());
    assertThat(generations).hasSize(25);
  }

  /** Waits until a client has been answered by the newest generation, or has failed. */
  private void awaitServed(List<Future<Integer>> clients) {
    Awaitility.await("generation " + generations.size())
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(
            () ->
                newestSeen.get() == generations.size()
                    || clients.stream().anyMatch(Future::isDone));
  }

  /** Scores until it is over; the number of answers, all of which were right. */
  private int client(String fasta, Map<String, float[]> offline) {
    int answers = 0;
    for (; !over.get(); answers++) {
      HttpResponse<String> answer =
          door.post("/v1/models/" + ALIAS + "/score", "text/x-fasta", fasta);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      List<JsonNode> lines = answer.body().lines().map(PublicDoor::read).toList();
      JsonNode last = lines.get(lines.size() - 1);
      long generation = last.at("/named/generation").asLong();
      String model = last.get("model").asText();
      // The answer to the change may reach this test later than the change is served.
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> generations.get(generation) != null);
      assertThat(model).isEqualTo(generations.get(generation));
      check(lines.subList(0, lines.size() - 1), offline.get(model));
      newestSeen.accumulateAndGet(generation, Math::max);
    }
    return answers;
  }

  private static void check(List<JsonNode> records, float[] logits) {
    int classes = logits.length / records.size();
    for (int row = 0; row < records.size(); row++) {
      int index = row * classes;
      for (JsonNode score : records.get(row).get("scores")) {
        double expected = 1 / (1 + Math.exp(-logits[index++]));
        assertThat(score.asDouble()).isCloseTo(expected, within(1e-5));
      }
    }
  }

  private void promote(String model) {
    change(
        "/v1/models/" + model + "/promote",
        "{\"series\": \"switch\", \"force\": true, \"reason\": \"test\"}");
  }

  private void rollBack() {
    change("/v1/models/" + ALIAS + "/rollback", "{\"reason\": \"test\"}");
  }

  private void change(String path, String json) {
    HttpResponse<String> answer = door.post(path, "application/json", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode change = PublicDoor.read(answer.body());
    champion = change.get("model").asText();
    generations.put(change.get("generation").asLong(), champion);
  }

  private String sample(String model) throws IOException {
    StringBuilder fasta = new StringBuilder();
    try (MappedByteMatrix sequences =
        MappedByteMatrix.open(artifact(model).resolve(ModelFiles.SAMPLE_SEQUENCES))) {
      for (int row = 0; row < sequences.rows(); row++) {
        fasta.append(">" + row + "\n" + DnaAlphabet.format(sequences.row(row)) + "\n");
      }
    }
    return fasta.toString();
  }

  private float[] logits(String model) throws IOException {
    return NpyReader.readFloats(artifact(model).resolve(ModelFiles.SAMPLE_LOGITS)).values();
  }

  private Path artifact(String model) {
    JsonNode view = PublicDoor.read(door.get("/v1/models/" + model).body());
    return RunningSystem.artifacts().resolve(view.at("/ref/key").asText());
  }
}
