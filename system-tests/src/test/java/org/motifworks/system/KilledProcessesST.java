package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Work whose process is killed is done again, ends once, and gives the bytes of work left in peace.
 *
 * <table>
 *   <caption>Steps</caption>
 *   <tr><th>step</th><th>expected</th></tr>
 *   <tr><td>kill -9 data-service in mid-simulation</td><td>dataset READY on a later attempt, same manifest hash</td></tr>
 *   <tr><td>kill -9 trainer-service in mid-run</td><td>its worker goes with it; run SUCCEEDED, same manifest hash</td></tr>
 *   <tr><td>kill -9 interpret-service in mid-scan</td><td>interpretation READY, same manifest hash</td></tr>
 * </table>
 */
@Timeout(600)
class KilledProcessesST {

  private static final Duration LONG = Duration.ofMinutes(4);

  /** A second's work or more, so that it can be killed in the midst of it. */
  private static final int SEQUENCES = 1_000_000;

  private final PublicDoor door = RunningSystem.door();

  @Test
  void dataServiceKilledInMidSimulation_givesTheSameDataset() {
    String undisturbed = simulate("peaceful", SEQUENCES);
    JsonNode expected = ready(undisturbed);

    String disturbed = simulate("disturbed", SEQUENCES);
    door.await(
        "/v1/datasets/" + disturbed,
        LONG,
        dataset -> dataset.at("/progress/done").asLong() > 0 || ended(dataset));
    RunningSystem.kill("data-service");

    JsonNode dataset = ready(disturbed);
    assertThat(manifest(dataset.get("ref"))).isEqualTo(manifest(expected.get("ref")));
    assertThat(dataset.get("ref").get("key").asText())
        .as("made by a second attempt")
        .endsWith("/2");
  }

  @Test
  void trainerAndInterpreterKilledInMidWork_giveTheSameModelAndMotifs() {
    String dataset = simulate("small", 2_000);
    ready(dataset);
    String undisturbed = train(dataset);
    JsonNode expected = succeeded(undisturbed);
    JsonNode expectedMotifs = interpreted(undisturbed);

    String disturbed = train(dataset);
    door.await(
        "/v1/runs/" + disturbed, LONG, run -> run.at("/progress/epoch").asInt() >= 2 || ended(run));
    // The same model asks for the same interpretation; without the first one it has to be made
    // again.
    delete(RunningSystem.artifacts().resolve(expectedMotifs.get("ref").get("key").asText()));
    RunningSystem.kill("trainer-service");
    JsonNode run = succeeded(disturbed);
    assertThat(run.get("attempts").asInt()).as("attempts").isGreaterThan(1);
    assertThat(manifest(run.at("/model/ref"))).isEqualTo(manifest(expected.at("/model/ref")));

    Instant ended = Instant.parse(run.get("endedAt").asText());
    Awaitility.await("a scan under way")
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(5))
        .until(
            () ->
                stagedSince(ended)
                    || Files.exists(
                        RunningSystem.artifacts()
                            .resolve(expectedMotifs.get("ref").get("key").asText())));
    RunningSystem.kill("interpret-service");
    JsonNode motifs = interpreted(disturbed);
    assertThat(manifest(motifs.get("ref"))).isEqualTo(manifest(expectedMotifs.get("ref")));
  }

  private String simulate(String name, int sequences) {
    return door.start(
        "/v1/datasets",
        "{\"name\":\"%s\",\"source\":{\"kind\":\"simulation\",\"sequences\":%d,\"seed\":5}}"
            .formatted(name, sequences));
  }

  private String train(String dataset) {
    return door.startOnceKnown(
        "/v1/runs",
        "{\"dataset\":\"%s\",\"architecture\":\"cnn-25\",\"seed\":3,\"training\":{\"maximumEpochs\":25,\"patience\":25}}"
            .formatted(dataset));
  }

  private JsonNode ready(String dataset) {
    JsonNode ended = door.awaitEnd("/v1/datasets/" + dataset, LONG);
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("READY");
    return ended;
  }

  private JsonNode succeeded(String run) {
    JsonNode ended = door.awaitEnd("/v1/runs/" + run, LONG);
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return ended;
  }

  private JsonNode interpreted(String model) {
    JsonNode ended =
        door.await(
            "/v1/models/" + model,
            LONG,
            view -> view.at("/interpretation/state").asText().matches("READY|FAILED"));
    assertThat(ended.at("/interpretation/state").asText()).as(ended.toString()).isEqualTo("READY");
    return ended.get("interpretation");
  }

  private static boolean ended(JsonNode json) {
    return json.path("state").asText().matches("READY|SUCCEEDED|FAILED|CANCELLED");
  }

  private static String manifest(JsonNode ref) {
    return ref.get("manifestSha256").asText();
  }

  /**
   * Whether an artifact is being written that was begun after {@code start}; killed writers leave
   * older ones behind.
   */
  private static boolean stagedSince(Instant start) {
    Path folder = RunningSystem.artifacts().resolve(".staging");
    try (Stream<Path> stagings = Files.list(folder)) {
      return stagings.anyMatch(staging -> staging.toFile().lastModified() > start.toEpochMilli());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
