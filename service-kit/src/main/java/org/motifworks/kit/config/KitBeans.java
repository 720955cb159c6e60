package org.motifworks.kit.config;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.FolderArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.Inbox;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Outbox;
import org.motifworks.kit.event.OutboxRelay;
import org.motifworks.kit.job.JobListener;
import org.motifworks.kit.job.JobQueue;

/**
 * The kit as beans. Those that need a database are made only when asked for, so that a service
 * without one can use the rest.
 */
public final class KitBeans {

  @Produces
  @Singleton
  ArtifactStore artifactStore(KitConfig config) {
    return new FolderArtifactStore(
        config
            .artifacts()
            .folder()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "motifworks.artifacts.folder is not set: name the folder that the services share")));
  }

  @Produces
  @Singleton
  JobQueue jobQueue(Instance<DataSource> dataSource, @Any Instance<JobListener> listeners) {
    return new JobQueue(dataSource.get(), listeners);
  }

  @Produces
  @Singleton
  Outbox outbox(
      Instance<DataSource> dataSource,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    return new Outbox(dataSource.get(), "/" + application);
  }

  @Produces
  @Singleton
  Inbox inbox(Instance<DataSource> dataSource) {
    return new Inbox(dataSource.get());
  }

  @Produces
  @Singleton
  KafkaSettings kafkaSettings(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    return new KafkaSettings(bootstrapServers, application);
  }

  /** Not started: a service does that when it starts, and closes it when it stops. */
  @Produces
  @Singleton
  OutboxRelay outboxRelay(Instance<DataSource> dataSource, Outbox outbox, KafkaSettings kafka) {
    return new OutboxRelay(dataSource.get(), outbox, kafka);
  }

  void close(@Disposes OutboxRelay relay) {
    relay.close();
  }

  @Produces
  @Singleton
  FactPublisher factPublisher(
      KafkaSettings kafka, @ConfigProperty(name = "quarkus.application.name") String application) {
    return new FactPublisher(kafka, "/" + application);
  }

  void close(@Disposes FactPublisher publisher) {
    publisher.close();
  }
}
