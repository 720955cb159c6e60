package org.motifworks.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.SmallExperiment;
import org.motifworks.system.SmallModel;

/**
 * Somebody who gives an alias to two models in turn, each time from the generation that he knows:
 * when the answer is lost, he asks again and learns that it was done.
 */
final class AliasChanges {

  static final String SUBJECT = "faults@live";
  private static final int CHANGES = 5;
  private static final String CHANGE =
      """
      {"series": "faults", "alias": "live", "generation": %d, "reason": "test"}""";

  private static String second;

  private final PublicDoor door = RunningSystem.door();
  private final TreeMap<Long, String> done = new TreeMap<>();

  /** Makes the series and a second model, while all is well. */
  static synchronized void prepare() {
    if (second != null) return;
    PublicDoor door = RunningSystem.door();
    String json = "{\"name\": \"faults\", \"dataset\": \"%s\"}";
    var made =
        door.post("/v1/series", "application/json", json.formatted(SmallModel.get().dataset()));
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    second =
        PublicDoor.read(door.get("/v1/experiments/" + SmallExperiment.get().id()).body())
            .at("/runs/0/id")
            .asText();
  }

  /** Models by the generations that they were promoted to. */
  Map<Long, String> done() {
    return done;
  }

  void run() {
    for (int i = 0; i < CHANGES; i++) {
      change();
      Asking.rest(FaultSchedule.LENGTH.toMillis() / CHANGES);
    }
  }

  private void change() {
    JsonNode now = now();
    long before = now.path("generation").asLong(0);
    String first = SmallModel.get().id();
    String model = now.path("model").asText("").equals(first) ? second : first;
    var answer =
        Asking.untilAnswered(
            () ->
                door.post(
                    "/v1/models/" + model + "/promote",
                    "application/json",
                    CHANGE.formatted(before)));
    if (answer.statusCode() == 200) {
      JsonNode change = PublicDoor.read(answer.body());
      assertThat(change.get("generation").asLong()).isEqualTo(before + 1);
    } else {
      String code = PublicDoor.read(answer.body()).path("code").asText();
      assertThat(code).as(answer.body()).isEqualTo("alias.moved");
      assertThat(now().get("generation").asLong()).isEqualTo(before + 1);
    }
    done.put(before + 1, model);
  }

  /** Whether scores asked for by the alias's name come from its last change. */
  boolean isServed() {
    JsonNode now = now();
    String sequence = ">s\n" + "ACGTT".repeat(40) + "\n";
    String path = "/v1/models/" + SUBJECT + "/score";
    String scores = Asking.untilAnswered(() -> door.post(path, "text/x-fasta", sequence)).body();
    JsonNode end =
        PublicDoor.read(scores.substring(scores.lastIndexOf('\n', scores.length() - 2) + 1));
    return end.at("/named/generation").asLong() == now.get("generation").asLong()
        && end.path("model").asText().equals(now.get("model").asText());
  }

  /** What the alias stands for; missing while it stands for nothing. */
  JsonNode now() {
    var answer = Asking.untilAnswered(() -> door.get("/v1/series/faults"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return PublicDoor.read(answer.body()).at("/aliases/0");
  }
}
