package org.motifworks.interpret.job;

import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.ModelTrained;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.FactReader;
import org.motifworks.kit.event.MalformedEvent;
import org.motifworks.kit.trace.TraceParent;
import org.motifworks.kit.trace.Traced;

/**
 * Takes trained models one at a time and acknowledges each after its outcome is on Kafka. The work
 * is done on a thread of its own while the channel goes on polling, so however long it takes, the
 * group does not lose this member. A process that dies in between leaves the record to the next.
 */
@ApplicationScoped
public class ModelTrainedConsumer {
  private static final Logger LOG = Logger.getLogger(ModelTrainedConsumer.class);
  private static final int UNEXPECTED_FAILURES = 5;

  private final InterpretationJob job;
  private final FactPublisher publisher;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "interpretation"));

  ModelTrainedConsumer(InterpretationJob job, FactPublisher publisher) {
    this.job = job;
    this.publisher = publisher;
  }

  @Incoming("runs")
  @Acknowledgment(Acknowledgment.Strategy.MANUAL)
  CompletionStage<Void> on(Message<byte[]> message) {
    ConsumerRecord<String, byte[]> record = record(message);
    CompletableFuture<Optional<MalformedEvent>> handled =
        CompletableFuture.supplyAsync(() -> handle(record), worker);
    return handled.thenCompose(
        malformed -> malformed.isPresent() ? message.nack(malformed.get()) : message.ack());
  }

  /** Lets the sequence batch under way end; the record is not acknowledged and comes again. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.shutdownNow();
    if (!worker.awaitTermination(20, TimeUnit.SECONDS)) LOG.warn("an interpretation goes on");
  }

  /** Sees a record through; what is no event and never will be is given back. */
  private Optional<MalformedEvent> handle(ConsumerRecord<String, byte[]> record) {
    Optional<FactEnvelope> envelope;
    try {
      envelope = FactReader.read(record);
    } catch (MalformedEvent e) {
      return Optional.of(e);
    }
    if (envelope.isPresent() && envelope.get().fact() instanceof ModelTrained trained) {
      Traced.during(
          SpanKind.CONSUMER,
          "interpret model",
          TraceParent.of(record.headers()),
          Map.of("factId", envelope.get().id(), "model", trained.subject()),
          () -> seeThrough(trained));
    }
    return Optional.empty();
  }

  /** Tries until the outcome is told. Only a fault of our own, repeated, ends in a failure. */
  private void seeThrough(ModelTrained trained) {
    Backoff backoff = new Backoff();
    Fact outcome = null;
    for (int failures = 0; true; ) {
      try {
        if (outcome == null) outcome = job.interpret(trained);
        publisher.publish(
            InterpretationEventId.of(trained, job.settingsDigest(), outcome), outcome);
        return;
      } catch (RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) throw e;
        LOG.warnf(e, "model %s: not done yet, again in %d ms", trained.subject(), backoff.millis());
        if (Failures.isOwnFault(e) && ++failures == UNEXPECTED_FAILURES) {
          outcome = job.failed(trained, "interpretation.unexpected", Failures.said(e));
        }
      }
      pause(backoff, trained);
    }
  }

  private static void pause(Backoff backoff, ModelTrained trained) {
    try {
      backoff.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped before " + trained.subject() + " was done", e);
    }
  }

  @SuppressWarnings("unchecked") // the channel's deserializers make it so
  private static ConsumerRecord<String, byte[]> record(Message<byte[]> message) {
    return message
        .getMetadata(IncomingKafkaRecordMetadata.class)
        .orElseThrow(() -> new IllegalStateException("a message that is not from Kafka"))
        .getRecord();
  }
}
