package org.motifworks.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.FactJson;

/**
 * A fact as it lies on a topic: attributes in {@code ce_} headers, JSON in the value, the subject
 * as key.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied by nobody
record CloudEventRecord(
    String id,
    String source,
    String type,
    String topic,
    String subject,
    Instant time,
    byte[] value) {

  static CloudEventRecord of(FactEnvelope envelope) {
    return new CloudEventRecord(
        envelope.id(),
        envelope.source(),
        envelope.type().cloudEventType(),
        envelope.type().topic().topicName(),
        envelope.fact().subject(),
        envelope.time(),
        FactJson.write(envelope.fact()));
  }

  ProducerRecord<String, byte[]> toProducerRecord() {
    return new ProducerRecord<>(topic, null, null, subject, value, headers());
  }

  private List<Header> headers() {
    return List.of(
        header("ce_specversion", "1.0"),
        header("ce_id", id),
        header("ce_source", source),
        header("ce_type", type),
        header("ce_time", time.toString()),
        header("ce_subject", subject),
        header("content-type", "application/json"));
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
