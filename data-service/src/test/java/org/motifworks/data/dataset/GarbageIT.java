package org.motifworks.data.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.motifworks.data.Client;
import org.motifworks.data.Servers;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.config.ArtifactConfig;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.NewJob;

@QuarkusTest
@QuarkusTestResource(Servers.class)
class GarbageIT {

  private static final long SEED = 20261123;
  private static final String DOOR = "/v1/garbage/datasets";

  @Inject ArtifactStore store;
  @Inject ArtifactConfig config;
  @Inject JobQueue queue;

  @Test
  void whatNothingRefersTo_goesOnceItIsOld_andAllElseStays() throws IOException {
    String dataset = Client.simulate("kept", 60, SEED);
    String kept = Client.ended(dataset).getString("ref.key");
    String losing = stored("datasets/" + dataset + "/77");
    String orphan = stored("uploads/" + Ids.next());
    String underWay = stored("datasets/" + waitingForEver() + "/1");
    String young = stored("uploads/" + Ids.next());
    for (String old : List.of(kept, losing, orphan, underWay)) makeOld(old);

    JsonPath told = given().get(DOOR).then().statusCode(200).extract().jsonPath();
    assertThat(told.getBoolean("removed")).isFalse();
    assertThat(told.getList("items.key", String.class))
        .contains(losing, orphan)
        .doesNotContain(kept, underWay, young);
    assertThat(store.find(losing)).isPresent();

    JsonPath done = given().delete(DOOR).then().statusCode(200).extract().jsonPath();
    assertThat(done.getBoolean("removed")).isTrue();
    assertThat(done.getList("items.key", String.class)).contains(losing, orphan);
    assertThat(store.find(losing)).isEmpty();
    assertThat(store.find(orphan)).isEmpty();
    for (String stays : List.of(kept, underWay, young)) assertThat(store.find(stays)).isPresent();
    given().get("/v1/datasets/" + dataset + "/archive").then().statusCode(200);
  }

  @Test
  void anAgeUnderAnHour_orNone_isRefused() {
    for (String age : List.of("PT0S", "PT59M", "soon", "-P7D")) {
      String code = given().delete(DOOR + "?olderThan=" + age).then().extract().path("code");
      assertThat(code).as(age).isEqualTo("garbage.age");
    }
  }

  /** A job of a kind that nobody here works on. */
  private String waitingForEver() {
    String id = Ids.next();
    queue.enqueue(NewJob.of("nobody's", Map.of()).withId(id));
    return id;
  }

  private String stored(String key) throws IOException {
    try (Staging staging = store.stage(key)) {
      Files.writeString(staging.folder().resolve("a.txt"), "content");
      return staging.commit("dataset").key();
    }
  }

  private void makeOld(String key) throws IOException {
    Path manifest = config.folder().orElseThrow().resolve(key).resolve("manifest.json");
    Instant then = Instant.now().minus(Duration.ofDays(8));
    Files.setLastModifiedTime(manifest, FileTime.from(then));
  }
}
