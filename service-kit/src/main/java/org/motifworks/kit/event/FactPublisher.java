package org.motifworks.kit.event;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.FactEnvelope;

/**
 * Tells facts straight to Kafka, for a service without a database: the id is the caller's, derived
 * from what the fact is about, so that telling it again is recognised.
 */
public final class FactPublisher implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 40;

  private final KafkaSettings kafka;
  private final String source;
  private KafkaProducer<String, byte[]> producer;

  public FactPublisher(KafkaSettings kafka, String source) {
    this.kafka = kafka;
    this.source = source;
  }

  /**
   * Returns once all replicas have it.
   *
   * @throws KafkaException when they do not within 40 s; an outage, to be tried again
   */
  public void publish(String eventId, Fact fact) {
    CloudEventRecord event =
        CloudEventRecord.of(new FactEnvelope(eventId, source, Instant.now(), fact));
    try {
      producer().send(event.toProducerRecord()).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof KafkaException cause) throw cause;
      throw new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException(eventId + " was not taken", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new org.apache.kafka.common.errors.InterruptException(e);
    }
  }

  private synchronized KafkaProducer<String, byte[]> producer() {
    if (producer == null) {
      Topics.ensure(kafka, Topics.ofFacts());
      producer =
          new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  @Override
  public synchronized void close() {
    if (producer != null) producer.close(java.time.Duration.ofSeconds(5));
  }
}
