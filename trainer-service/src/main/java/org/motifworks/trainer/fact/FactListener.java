package org.motifworks.trainer.fact;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.contracts.event.DatasetRetired;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.InterpretationFailed;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.contracts.event.ModelDrifted;
import org.motifworks.contracts.event.Topic;
import org.motifworks.kit.event.FactConsumer;
import org.motifworks.kit.event.Inbox;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.trainer.dataset.KnownDatasets;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.retraining.Retraining;

/** Hears of datasets, interpretations and drift, each fact once. */
@ApplicationScoped
public class FactListener implements Loops {

  private static final String GROUP = "trainer";

  private final Inbox inbox;
  private final KnownDatasets datasets;
  private final Models models;
  private final Retraining retraining;
  private final FactConsumer consumer;

  FactListener(
      KafkaSettings kafka,
      Inbox inbox,
      KnownDatasets datasets,
      Models models,
      Retraining retraining) {
    this.inbox = inbox;
    this.datasets = datasets;
    this.models = models;
    this.retraining = retraining;
    this.consumer =
        new FactConsumer(
            kafka, GROUP, List.of(Topic.DATASETS, Topic.INTERPRETATIONS, Topic.DRIFT), this::hear);
  }

  void start(@Observes StartupEvent event) {
    consumer.start();
  }

  void stop(@Observes @Priority(2) ShutdownEvent event) {
    consumer.close();
  }

  void hear(FactEnvelope envelope) {
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              if (inbox.firstTime(GROUP, envelope)) tell(envelope.fact());
            });
  }

  private void tell(Fact fact) {
    if (fact instanceof DatasetReady ready && datasets.learn(ready)) retraining.heard(ready);
    if (fact instanceof DatasetRetired retired) datasets.learn(retired);
    if (fact instanceof InterpretationReady ready) models.learn(ready);
    if (fact instanceof InterpretationFailed failed) models.learn(failed);
    if (fact instanceof ModelDrifted drifted) retraining.heard(drifted);
  }

  @Override
  public Stream<Loop> loops() {
    return Stream.of(consumer.loop());
  }
}
