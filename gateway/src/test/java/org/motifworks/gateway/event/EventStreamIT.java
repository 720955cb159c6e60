package org.motifworks.gateway.event;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.json.Json;
import org.motifworks.gateway.standin.StandInServices;

/** Facts from a real broker at {@code /v1/events}. */
@QuarkusTest
@QuarkusTestResource(StandInServices.class)
class EventStreamIT {

  private static final String TOPIC = "motifworks.runs";
  private static KafkaProducer<String, byte[]> producer;

  @TestHTTPResource URL gateway;
  @Inject LiveFacts live;

  @BeforeAll
  static void connect() throws Exception {
    String brokers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
      admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) throw e;
    }
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void disconnect() {
    if (producer != null) producer.close();
  }

  @Test
  void factOnKafka_reachesEveryListenerAsACloudEvent() throws Exception {
    try (EventReader one = EventReader.open(gateway, Optional.empty());
        EventReader two = EventReader.open(gateway, Optional.empty())) {
      // The gateway listens from its start on; repeat until it has found the topic.
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofSeconds(1))
          .until(
              () -> {
                tell("event-1", "{\"subject\":\"01JD\",\"version\":5,\"auRoc\":0.973}");
                return one.frame("event-1").isPresent() && two.frame("event-1").isPresent();
              });
      String data = one.frame("event-1").orElseThrow();
      JsonNode event = Json.mapper().readTree(data);
      assertThat(event.path("type").asText()).isEqualTo("motifworks.model.trained.v1");
      assertThat(event.path("source").asText()).isEqualTo("/trainer-service");
      assertThat(event.path("subject").asText()).isEqualTo("01JD");
      assertThat(event.path("data").path("auRoc").asDouble()).isEqualTo(0.973);
    }
  }

  @Test
  void listenerWhoReturns_getsWhatItMissed_orIsToldToStartAnew() throws Exception {
    live.tell(new LiveFact("seen", "id: seen\ndata: {\"id\":\"seen\"}\n\n"));
    live.tell(new LiveFact("missed", "id: missed\ndata: {\"id\":\"missed\"}\n\n"));
    try (EventReader returned = EventReader.open(gateway, Optional.of("seen"))) {
      await().until(() -> returned.frame("missed").isPresent());
      assertThat(returned.frame("seen")).isEmpty();
    }
    try (EventReader stranger = EventReader.open(gateway, Optional.of("of-another-replica"))) {
      await().until(() -> stranger.lines().contains("event: resync"));
    }
  }

  @Test
  void quietStream_isKeptOpenByComments() throws Exception {
    try (EventReader reader = EventReader.open(gateway, Optional.empty())) {
      await().until(() -> reader.lines().stream().filter(": still here"::equals).count() >= 2);
    }
  }

  @Test
  void listenerThatDoesNotRead_isLetGo() throws Exception {
    String large = "id: large\ndata: \"" + "x".repeat(200_000) + "\"\n\n";
    await().until(() -> live.listeners() == 0); // those of other tests are gone
    try (Socket deaf = new Socket("localhost", gateway.getPort())) {
      deaf.setReceiveBufferSize(8192);
      deaf.getOutputStream()
          .write("GET /v1/events HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      await().until(() -> live.listeners() == 1);
      await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(20))
          .until(
              () -> {
                live.tell(new LiveFact("large", large));
                return live.listeners() == 0;
              });
    }
    given()
        .get("/q/metrics")
        .then()
        .body(containsString("motifworks_gateway_events_listeners_dropped_total 1.0"));
  }

  @Test
  void otherMethods_areRefused() {
    given().delete("/v1/events").then().statusCode(405);
  }

  private static void tell(String id, String json) {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(TOPIC, "01JD", json.getBytes(StandardCharsets.UTF_8));
    Map<String, String> headers =
        Map.of(
            "ce_id", id,
            "ce_type", "motifworks.model.trained.v1",
            "ce_source", "/trainer-service",
            "ce_time", "2026-01-01T00:00:00Z");
    headers.forEach(
        (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    producer.send(record);
    producer.send(new ProducerRecord<>(TOPIC, "x", "no fact".getBytes(StandardCharsets.UTF_8)));
    producer.flush();
  }
}
