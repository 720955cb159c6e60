package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** One run of one epoch, interpreted; made once for all tests that look at an experiment. */
public final class SmallExperiment {

  private static SmallExperiment made;

  private final String id;

  private SmallExperiment(String id) {
    this.id = id;
  }

  public static synchronized SmallExperiment get() {
    if (made == null) made = make();
    return made;
  }

  public String id() {
    return id;
  }

  private static SmallExperiment make() {
    PublicDoor door = RunningSystem.door();
    String id =
        door.start(
            "/v1/experiments",
            """
            {"name": "one", "dataset": "%s", "architectures": ["cnn-25"],
             "training": {"maximumEpochs": 1}}"""
                .formatted(SmallModel.get().dataset()));
    JsonNode ended = door.awaitEnd("/v1/experiments/" + id, Duration.ofMinutes(2));
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    return new SmallExperiment(id);
  }
}
