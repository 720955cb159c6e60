package org.motifworks.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.FactJson;
import org.motifworks.contracts.event.FactType;

/** Turns a record into the fact it carries. */
public final class FactReader {

  private FactReader() {}

  /**
   * Reads the headers and the value.
   *
   * @return empty for a type of fact that this version does not know
   * @throws MalformedEvent when an attribute is missing or the value unreadable
   */
  public static Optional<FactEnvelope> read(ConsumerRecord<String, byte[]> record) {
    Headers headers = record.headers();
    String type = attribute(headers, "ce_type");
    String id = attribute(headers, "ce_id");
    String source = attribute(headers, "ce_source");
    Instant time = time(headers);
    Optional<FactType> known = FactType.ofCloudEventType(type);
    if (known.isEmpty()) return Optional.empty();
    try {
      return Optional.of(
          new FactEnvelope(id, source, time, FactJson.read(known.get(), record.value())));
    } catch (FactJson.MalformedFact e) {
      throw new MalformedEvent(e.getMessage(), e);
    }
  }

  private static Instant time(Headers headers) {
    String time = attribute(headers, "ce_time");
    try {
      return Instant.parse(time);
    } catch (DateTimeException e) {
      throw new MalformedEvent("The header ce_time holds no instant: " + time, e);
    }
  }

  private static String attribute(Headers headers, String name) {
    Header header = headers.lastHeader(name);
    if (header == null || header.value() == null || header.value().length == 0) {
      throw new MalformedEvent("The record has no header " + name, null);
    }
    return new String(header.value(), StandardCharsets.UTF_8);
  }
}
