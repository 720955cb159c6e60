package org.motifworks.data.dataset;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.motifworks.contracts.event.DatasetRequested;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.Topic;
import org.motifworks.contracts.json.Json;
import org.motifworks.kit.event.FactConsumer;
import org.motifworks.kit.event.Inbox;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.MalformedEvent;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.problem.Problem;

/**
 * Makes datasets that were asked for on Kafka, each event once. One that can never be made goes to
 * the dead letters with its problem; an addition to a dataset that is being made waits for it.
 */
@Singleton
final class DatasetRequestListener implements Loops {

  private static final String GROUP = "data";

  private final Inbox inbox;
  private final DatasetRequests requests;
  private final FactConsumer consumer;

  DatasetRequestListener(KafkaSettings kafka, Inbox inbox, DatasetRequests requests) {
    this.inbox = inbox;
    this.requests = requests;
    this.consumer = new FactConsumer(kafka, GROUP, List.of(Topic.DATASET_REQUESTS), this::hear);
  }

  void start(@Observes StartupEvent event) {
    consumer.start();
  }

  void stop(@Observes @Priority(2) ShutdownEvent event) {
    consumer.close();
  }

  private void hear(FactEnvelope envelope) {
    if (!(envelope.fact() instanceof DatasetRequested asked)) return;
    ObjectNode request = Json.mapper().createObjectNode().put("name", asked.subject());
    request.set("source", asked.source());
    try {
      QuarkusTransaction.requiringNew()
          .run(
              () -> {
                if (inbox.firstTime(GROUP, envelope)) requests.accept(request.toString(), null);
              });
    } catch (Problem problem) {
      if (problem.status() >= 500 || problem.code().equals(DatasetProblems.NOT_READY))
        throw problem;
      throw new MalformedEvent(problem.getMessage(), problem);
    }
  }

  @Override
  public Stream<Loop> loops() {
    return Stream.of(consumer.loop());
  }
}
