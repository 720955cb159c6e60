package org.motifworks.data.dataset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.contracts.event.DatasetRequested;
import org.motifworks.contracts.json.Json;
import org.motifworks.data.Client;
import org.motifworks.data.Servers;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;
import org.motifworks.kit.id.Ids;

/** Datasets that are asked for on Kafka. */
@QuarkusTest
@QuarkusTestResource(Servers.class)
@Timeout(120)
class DatasetRequestedIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject FactPublisher publisher;
  @Inject KafkaSettings kafka;

  @Test
  void request_toldTwice_makesOneDataset_andAWrongOneIsADeadLetterThatStopsNothing() {
    ObjectNode simulation = Json.mapper().createObjectNode().put("kind", "simulation");
    simulation.put("sequences", 60);
    ObjectNode misspelt = simulation.deepCopy().put("sequenses", 60);
    String wrong = "asked-wrongly-" + Ids.next();
    String event = Ids.next();
    publisher.publish(Ids.next(), new DatasetRequested(wrong, 1, misspelt));
    publisher.publish(event, new DatasetRequested("asked", 1, simulation));
    publisher.publish(event, new DatasetRequested("asked", 1, simulation));
    String later = Ids.next();
    publisher.publish(later, new DatasetRequested("asked", 1, simulation.put("seed", 2)));

    await().atMost(PATIENCE).until(() -> of("asked").size() >= 2);
    assertThat(of("asked")).hasSize(2); // the third record of the name comes after its repetition
    of("asked").forEach(id -> assertThat(Client.ended(id).getString("state")).isEqualTo("READY"));
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(deadLetter(wrong)).contains("request.unreadable", "sequenses"));
    given().get("/v1/datasets/" + wrong).then().statusCode(404);
  }

  /** Waiting for what has ended would keep all later requests from being heard. */
  @Test
  void additionToADatasetWithoutData_isADeadLetter() {
    String name = "cancelled";
    ObjectNode large = Json.mapper().createObjectNode().put("kind", "simulation");
    publisher.publish(Ids.next(), new DatasetRequested(name, 1, large.put("sequences", 9_000_000)));
    await().atMost(PATIENCE).until(() -> !of(name).isEmpty());
    String id = of(name).get(0);
    given().delete("/v1/datasets/" + id).then().statusCode(202);
    assertThat(Client.ended(id).getString("state")).isEqualTo("CANCELLED");

    ObjectNode addition = Json.mapper().createObjectNode().put("kind", "append").put("base", name);
    ObjectNode added = addition.putObject("added").put("kind", "fasta");
    added.putArray("classes").addObject().put("name", "MAX").put("file", "/data/max.fa");
    publisher.publish(Ids.next(), new DatasetRequested(name, 1, addition));
    await().atMost(PATIENCE).untilAsserted(() -> assertThat(deadLetter(name)).isNotEqualTo("[]"));
  }

  private static List<String> of(String name) {
    JsonPath page = given().get("/v1/datasets?limit=100").jsonPath();
    return page.getList("items.findAll { it.name == '" + name + "' }.id", String.class);
  }

  /** The headers of the dead letter with that key; empty while there is none. */
  private String deadLetter(String key) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", kafka.bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> place = List.of(new TopicPartition(Topics.DEAD_LETTERS, 0));
      consumer.assign(place);
      consumer.seekToBeginning(place);
      List<String> headers = new ArrayList<>();
      for (var record : consumer.poll(Duration.ofSeconds(2))) {
        if (key.equals(record.key())) {
          record.headers().forEach(h -> headers.add(new String(h.value())));
        }
      }
      return headers.toString();
    }
  }
}
