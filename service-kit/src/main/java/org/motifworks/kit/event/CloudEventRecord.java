package org.motifworks.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.FactJson;
import org.motifworks.kit.trace.TraceParent;

/**
 * A fact as it lies on a topic: attributes in {@code ce_} headers, JSON in the value, the subject
 * as key.
 *
 * @param traceparent of the trace it belongs to
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and copied by nobody
record CloudEventRecord(
    String id,
    String source,
    String type,
    String topic,
    String subject,
    Instant time,
    byte[] value,
    Optional<String> traceparent) {

  /** Belongs to the trace that this thread is in. */
  static CloudEventRecord of(FactEnvelope envelope) {
    return new CloudEventRecord(
        envelope.id(),
        envelope.source(),
        envelope.type().cloudEventType(),
        envelope.type().topic().topicName(),
        envelope.fact().subject(),
        envelope.time(),
        FactJson.write(envelope.fact()),
        TraceParent.current());
  }

  ProducerRecord<String, byte[]> toProducerRecord() {
    return new ProducerRecord<>(topic, null, null, subject, value, headers());
  }

  private List<Header> headers() {
    List<Header> headers = new ArrayList<>();
    headers.add(header("ce_specversion", "1.0"));
    headers.add(header("ce_id", id));
    headers.add(header("ce_source", source));
    headers.add(header("ce_type", type));
    headers.add(header("ce_time", time.toString()));
    headers.add(header("ce_subject", subject));
    headers.add(header("content-type", "application/json"));
    traceparent.ifPresent(trace -> headers.add(header(TraceParent.HEADER, trace)));
    return headers;
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
