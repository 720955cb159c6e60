package org.motifworks.gateway.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.motifworks.contracts.json.Json;

/**
 * Listens to the topics of facts and hands each fact on as a CloudEvent in structured JSON.
 *
 * <p>Passes kinds of facts it has never heard of. A record that is no CloudEvent is left out and
 * counted ({@code motifworks.gateway.events.unreadable}): live events inform, nothing depends on
 * them.
 */
@ApplicationScoped
public class FactFeed {

  private static final Logger LOG = Logger.getLogger(FactFeed.class);

  private final LiveFacts live;
  private final Counter told;
  private final Counter unreadable;

  @Inject
  public FactFeed(LiveFacts live, MeterRegistry registry) {
    this.live = live;
    this.told = registry.counter("motifworks.gateway.events.told");
    this.unreadable = registry.counter("motifworks.gateway.events.unreadable");
  }

  @Incoming("facts")
  void hear(ConsumerRecord<String, byte[]> record) {
    String id = header(record, "ce_id");
    String type = header(record, "ce_type");
    JsonNode data = json(record.value());
    if (id == null || type == null || data == null || !isOneLine(id)) {
      unreadable.increment();
      LOG.warnf("record %s-%d@%d is no fact", record.topic(), record.partition(), record.offset());
      return;
    }
    ObjectNode event = Json.mapper().createObjectNode();
    event.put("specversion", "1.0");
    event.put("id", id);
    event.put("type", type);
    putIfThere(event, "source", header(record, "ce_source"));
    putIfThere(event, "time", header(record, "ce_time"));
    putIfThere(event, "subject", record.key());
    event.put("datacontenttype", "application/json");
    event.set("data", data);
    live.tell(new LiveFact(id, "id: " + id + "\ndata: " + event + "\n\n"));
    told.increment();
  }

  private static boolean isOneLine(String id) {
    return id.indexOf('\n') < 0 && id.indexOf('\r') < 0 && id.indexOf('\0') < 0;
  }

  private static void putIfThere(ObjectNode event, String name, String value) {
    if (value != null) event.put(name, value);
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    boolean there = header != null && header.value() != null;
    return there ? new String(header.value(), StandardCharsets.UTF_8) : null;
  }

  private static JsonNode json(byte[] value) {
    if (value == null) return null;
    try {
      JsonNode node = Json.mapper().readTree(value);
      return node != null && node.isObject() ? node : null;
    } catch (IOException e) {
      return null; // told by the caller: no fact
    }
  }
}
