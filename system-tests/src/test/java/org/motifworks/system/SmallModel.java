package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * A model that went the whole way once, shared by the tests that look at it: few sequences and few
 * epochs, so it is here to be looked at, not to be good.
 *
 * @param id of the run and of the model
 */
public record SmallModel(String id, String dataset) {

  private static final Duration LONG = Duration.ofMinutes(4);
  private static SmallModel made;

  public static synchronized SmallModel get() {
    if (made == null) made = make();
    return made;
  }

  private static SmallModel make() {
    PublicDoor door = RunningSystem.door();
    String dataset =
        door.start(
            "/v1/datasets",
            "{\"name\":\"small-model\",\"source\":{\"kind\":\"simulation\",\"sequences\":3000,\"seed\":11}}");
    assertThat(door.awaitEnd("/v1/datasets/" + dataset, LONG).get("state").asText())
        .isEqualTo("READY");
    String run =
        door.startOnceKnown(
            "/v1/runs",
            "{\"dataset\":\"%s\",\"architecture\":\"cnn-25\",\"training\":{\"maximumEpochs\":8}}"
                .formatted(dataset));
    JsonNode ended = door.awaitEnd("/v1/runs/" + run, LONG);
    assertThat(ended.get("state").asText()).as(ended.toString()).isEqualTo("SUCCEEDED");
    JsonNode model =
        door.await(
            "/v1/models/" + run,
            LONG,
            view -> !view.at("/interpretation/state").asText("AWAITING").equals("AWAITING"));
    assertThat(model.at("/interpretation/state").asText()).as(model.toString()).isEqualTo("READY");
    return new SmallModel(run, dataset);
  }
}
