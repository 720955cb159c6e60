package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * New data arriving on Kafka is all it takes: a model is trained, judged, promoted and served;
 * worse data does not get through.
 */
@Timeout(900)
class LiveST {

  private static final long SEED = 20261123;
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final int WINDOW = 40;
  private static final String SITE = "TATTGCGCAATA"; // CEBPB's
  private static final String ARCHITECTURE =
      """
      {"name": "tiny",
       "convolutions": [{"filters": 8, "size": 13, "pool": {"size": 4}}],
       "dense": [{"units": 16}]}""";

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final PublicDoor door = RunningSystem.door();

  @Test
  void datasetRequested_leadsToAServedModel_andAWorseDatasetToARejectedOne() throws Exception {
    publish("live", fasta(file("first", 600, false)));
    JsonNode first = door.await("/v1/datasets/live", LONG, LiveST::isReady);
    series(first.get("id").asText());

    publish("live", addition(file("more", 400, false)));
    JsonNode promoted = awaitCycle(1, "PROMOTED");
    assertThat(promoted.at("/triggers/0/kind").asText()).isEqualTo("DATASET");
    assertThat(promoted.at("/dataset/id").asText()).isNotEqualTo(first.get("id").asText());
    String champion = promoted.get("run").asText();
    assertThat(scoredBy("live@champion")).isEqualTo(champion);

    publish("live", addition(file("worse", 1800, true)));
    JsonNode rejected = awaitCycle(2, "REJECTED");
    assertThat(rejected.get("reasons").toString()).contains("minimumAuRoc", "auRocTolerance");
    assertThat(rejected.get("version").asInt()).isEqualTo(2);
    assertThat(scoredBy("live@champion")).isEqualTo(champion);
    assertThat(PublicDoor.read(door.get("/v1/models/live@candidate").body()).get("id"))
        .isEqualTo(rejected.get("run"));
  }

  private void series(String dataset) {
    String request =
        "{\"name\":\"live\",\"dataset\":\"%s\",\"rules\":{\"maximumDeadFiltersPercent\":100}}"
            .formatted(dataset);
    // 404 until the trainer-service has heard of the dataset.
    Awaitility.await("the series")
        .until(() -> door.post("/v1/series", "application/json", request).statusCode() == 201);
    var policy =
        door.put(
            "/v1/series/live/policy",
            ("{\"dataset\":\"live\",\"quiet\":\"PT1S\",\"architecture\":%s,\"training\":"
                    + "{\"maximumEpochs\":10,\"batchSize\":20,\"learningRate\":0.005}}")
                .formatted(ARCHITECTURE));
    assertThat(policy.statusCode()).as(policy.body()).isEqualTo(200);
  }

  /** The newest of so many cycles, once it has ended. */
  private JsonNode awaitCycle(int number, String state) {
    JsonNode retraining =
        door.await(
            "/v1/series/live/retraining",
            LONG,
            view -> view.path("cycles").size() == number && view.at("/cycles/0").has("endedAt"));
    JsonNode cycle = retraining.at("/cycles/0");
    assertThat(cycle.get("state").asText()).as(retraining.toString()).isEqualTo(state);
    return cycle;
  }

  private String scoredBy(String ref) {
    String fasta = ">one\n" + sequence(true) + "\n";
    JsonNode score =
        PublicDoor.read(
            door.post("/v1/models/" + ref + "/score", "text/x-fasta", fasta)
                .body()
                .lines()
                .reduce((first, last) -> last)
                .orElseThrow());
    return score.get("model").asText();
  }

  private static boolean isReady(JsonNode dataset) {
    return dataset.path("state").asText().equals("READY");
  }

  private static String addition(Path sequences) {
    return "{\"kind\":\"append\",\"base\":\"live\",\"added\":" + fasta(sequences) + "}";
  }

  private static String fasta(Path sequences) {
    return "{\"kind\":\"fasta\",\"labels\":\"%s.tsv\",\"sequences\":[\"%s\"]}"
        .formatted(sequences, sequences);
  }

  /** Sequences with and without the site; mislabelled, those with it are called background. */
  private Path file(String name, int sequences, boolean mislabelled) throws IOException {
    Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "live-");
    StringBuilder fasta = new StringBuilder();
    StringBuilder labels = new StringBuilder("id\tCEBPB\tbackground\n");
    for (int i = 0; i < sequences; i++) {
      boolean bound = i % 2 == 0;
      String id = name + "-" + i;
      fasta.append('>').append(id).append('\n').append(sequence(bound)).append('\n');
      labels.append(id).append(bound != mislabelled ? "\t1\t0\n" : "\t0\t1\n");
    }
    Path file = folder.resolve(name + ".fa");
    Files.writeString(file, fasta);
    Files.writeString(Path.of(file + ".tsv"), labels);
    return file;
  }

  private String sequence(boolean bound) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < WINDOW; i++) letters.append("ACGT".charAt(random.nextInt(4)));
    int at = random.nextInt(WINDOW - SITE.length());
    if (bound) letters.replace(at, at + SITE.length(), SITE);
    return letters.toString();
  }

  /** As a producer of someone else's would. */
  private static void publish(String name, String source) {
    int kafka =
        RunningSystem.get().status().services().stream()
            .filter(service -> service.name().equals("kafka"))
            .findFirst()
            .orElseThrow()
            .port();
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", "localhost:" + kafka),
            new StringSerializer(),
            new StringSerializer())) {
      ProducerRecord<String, String> record =
          new ProducerRecord<>(
              "motifworks.dataset-requests",
              name,
              "{\"subject\":\"%s\",\"version\":1,\"source\":%s}".formatted(name, source));
      Map<String, String> attributes =
          Map.of(
              "ce_specversion", "1.0",
              "ce_id", UUID.randomUUID().toString(),
              "ce_source", "/laboratory",
              "ce_type", "motifworks.dataset.requested.v1",
              "ce_time", "2026-11-23T00:00:00Z");
      attributes.forEach(
          (key, value) -> record.headers().add(key, value.getBytes(StandardCharsets.UTF_8)));
      producer.send(record).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (java.util.concurrent.ExecutionException e) {
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
