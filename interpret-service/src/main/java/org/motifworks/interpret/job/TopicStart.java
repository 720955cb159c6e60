package org.motifworks.interpret.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;

/** At the start: makes the topics, whenever the broker is there to be asked. */
@ApplicationScoped
public class TopicStart {
  private static final Logger LOG = Logger.getLogger(TopicStart.class);

  private final KafkaSettings kafka;
  private final OnnxRuntime runtime;
  private volatile Thread thread;

  TopicStart(KafkaSettings kafka, OnnxRuntime runtime) {
    this.kafka = kafka;
    this.runtime = runtime;
  }

  void start(@Observes StartupEvent event) {
    LOG.infof("inference on %s", runtime.device()); // a missing GPU stops the start here
    thread = new Thread(this::ensure, "topics");
    thread.setDaemon(true);
    thread.start();
  }

  void stop(@Observes ShutdownEvent event) {
    if (thread != null) thread.interrupt();
  }

  private void ensure() {
    Backoff backoff = new Backoff();
    while (!Thread.currentThread().isInterrupted()) {
      try {
        Topics.ensure(kafka, Topics.ofFacts());
        return;
      } catch (RuntimeException e) {
        LOG.warnf("Kafka is away, again in %d ms: %s", backoff.millis(), e.getMessage());
      }
      try {
        backoff.await();
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
