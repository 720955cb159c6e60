package org.motifworks.kit.health;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.event.DatasetRetired;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.Servers;
import org.motifworks.kit.event.FactConsumer;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.job.JobHandler;
import org.motifworks.kit.job.JobOutcome;
import org.motifworks.kit.job.JobQueue;
import org.motifworks.kit.job.JobState;
import org.motifworks.kit.job.JobWorkers;
import org.motifworks.kit.job.NewJob;
import org.motifworks.kit.job.WorkerSettings;

/** Liveness as an orchestrator asks for it, with loops that really die and hang. */
@QuarkusTest
@WithTestResource(Servers.class)
class LivenessIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LEASE = Duration.ofMillis(500);

  @Inject JobQueue queue;
  @Inject KafkaSettings kafka;
  @Inject FactPublisher publisher;
  @Inject Owner owner;

  /** Shows the loops of a test, as a service's beans do theirs. */
  @ApplicationScoped
  static class Owner implements Loops {
    final List<Loops> shown = new CopyOnWriteArrayList<>();

    void show(Loops loops) {
      shown.add(loops);
    }

    void forget() {
      shown.clear();
    }

    @Override
    public Stream<Loop> loops() {
      return shown.stream().flatMap(Loops::loops);
    }
  }

  @AfterEach
  void forget() {
    owner.forget();
  }

  @Test
  void relayAndRetention_turn_andTheSchemaIsThere() {
    JsonPath live = live(200);
    assertThat(state(live, "outbox-relay")).isEqualTo("turns");
    assertThat(state(live, "inbox-retention")).isEqualTo("turns");
    JsonPath started = given().get("/q/health/started").then().statusCode(200).extract().jsonPath();
    assertThat(started.getString("checks.find { it.name == 'schema' }.data.version")).isNotBlank();
    JsonPath ready = given().get("/q/health/ready").then().statusCode(200).extract().jsonPath();
    assertThat(ready.getLong("checks.find { it.name == 'artifact store' }.data.freeBytes"))
        .isPositive();
  }

  /** An Error is no RuntimeException: it is caught by none of the loops. */
  @Test
  void listenerThatDiedOfAnError_isNotAlive() {
    String group = "dies-" + Ids.next();
    try (FactConsumer consumer =
        new FactConsumer(
            kafka,
            group,
            List.of(Topic.DATASETS),
            envelope -> {
              Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> {});
              throw new AssertionError("as when memory has run out");
            })) {
      owner.show(() -> Stream.of(consumer.loop()));
      consumer.start();
      assertThat(state(live(200), "facts-" + group)).isEqualTo("turns");
      publisher.publish(Ids.next(), new DatasetRetired(Ids.next(), 1, "gone"));
      await().atMost(PATIENCE).until(() -> given().get("/q/health/live").statusCode() == 503);
      assertThat(state(live(503), "facts-" + group)).isEqualTo("has ended");
    }
    live(200); // closed, it is nobody's trouble
  }

  @Test
  void jobThatHangs_isNotAlive_andGetsAliveWhenItGoesOn() {
    String kind = "hangs-" + Ids.next();
    CountDownLatch goOn = new CountDownLatch(1);
    try (JobWorkers workers =
        workers(
            kind,
            context -> {
              goOn.await();
              return JobOutcome.succeeded(Map.of(), () -> {});
            })) {
      queue.enqueue(NewJob.of(kind, Map.of()));
      await().atMost(PATIENCE).until(() -> given().get("/q/health/live").statusCode() == 503);
      assertThat(state(live(503), kind + "-slot-1")).startsWith("has not turned for");
      assertThat(state(live(503), kind + "-heartbeat")).isEqualTo("turns");
      goOn.countDown();
      await().atMost(PATIENCE).until(() -> given().get("/q/health/live").statusCode() == 200);
    }
  }

  @Test
  void jobThatIsLong_butGetsOn_isAlive() {
    String kind = "long-" + Ids.next();
    Duration length = LEASE.multipliedBy(25); // a slot that hangs is seen after 20
    try (JobWorkers workers =
        workers(
            kind,
            context -> {
              long end = System.nanoTime() + length.toNanos();
              while (System.nanoTime() < end) {
                context.checkpoint();
                Thread.sleep(20);
              }
              return JobOutcome.succeeded(Map.of(), () -> {});
            })) {
      String id = queue.enqueue(NewJob.of(kind, Map.of())).id();
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                live(200);
                return queue.find(id).orElseThrow().state() == JobState.SUCCEEDED;
              });
      assertThat(queue.find(id).orElseThrow().attempts()).isEqualTo(1);
    }
  }

  private JobWorkers workers(String kind, JobHandler handler) {
    Duration often = Duration.ofMillis(100);
    WorkerSettings settings = new WorkerSettings(1, LEASE, often, often, Duration.ofSeconds(5));
    JobWorkers workers = new JobWorkers(queue, Map.of(kind, handler), settings, "liveness");
    owner.show(workers);
    workers.start();
    return workers;
  }

  private static JsonPath live(int status) {
    return given().get("/q/health/live").then().statusCode(status).extract().jsonPath();
  }

  private static String state(JsonPath live, String loop) {
    Map<String, String> loops = live.getMap("checks.find { it.name == 'loops' }.data");
    return loops.get(loop);
  }
}
