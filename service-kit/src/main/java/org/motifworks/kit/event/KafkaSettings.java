package org.motifworks.kit.event;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How to reach Kafka.
 *
 * @param bootstrapServers {@code host:port,...}
 * @param clientId name of this process in the broker's logs
 */
public record KafkaSettings(String bootstrapServers, String clientId) {

  public KafkaSettings {
    Objects.requireNonNull(bootstrapServers, "bootstrapServers");
    Objects.requireNonNull(clientId, "clientId");
  }

  /** Written by all replicas, in order, without duplicates of one attempt; given up after 30 s. */
  Map<String, Object> producer() {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "client.id",
        clientId,
        "acks",
        "all",
        "enable.idempotence",
        true,
        "linger.ms",
        5,
        "max.block.ms",
        10_000,
        "request.timeout.ms",
        10_000,
        "delivery.timeout.ms",
        30_000);
  }

  /**
   * The same, in transactions. One that its writer left behind holds up readers and the place
   * reached until the broker gives it up, after 10 s; one under way only sends.
   *
   * @param id of this writer and of no other; a new writer with the id ends the old one's work
   */
  public Map<String, Object> transactionalProducer(String id) {
    Map<String, Object> settings = new HashMap<>(producer());
    settings.put("transactional.id", id);
    settings.put("transaction.timeout.ms", 10_000);
    return settings;
  }

  /**
   * From the earliest record, committed by hand. The partitions of one who was killed are dealt to
   * others, or to its next life, after 10 s; one who was only paused finds itself fenced off.
   */
  public Map<String, Object> consumer(String group) {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "client.id",
        clientId,
        "group.id",
        group,
        "enable.auto.commit",
        false,
        "auto.offset.reset",
        "earliest",
        "isolation.level",
        "read_committed",
        "max.poll.records",
        50,
        "session.timeout.ms",
        10_000,
        "request.timeout.ms",
        10_000,
        "default.api.timeout.ms",
        15_000);
  }

  /** For one who reads whole topics, alone and again at each start. */
  public Map<String, Object> reader() {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "client.id",
        clientId,
        "isolation.level",
        "read_committed",
        "request.timeout.ms",
        10_000,
        "default.api.timeout.ms",
        15_000);
  }

  Map<String, Object> admin() {
    return Map.of(
        "bootstrap.servers",
        bootstrapServers,
        "client.id",
        clientId,
        "request.timeout.ms",
        10_000,
        "default.api.timeout.ms",
        15_000);
  }
}
