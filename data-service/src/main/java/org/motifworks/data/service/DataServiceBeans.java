package org.motifworks.data.service;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.FolderArtifactStore;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Outbox;
import org.motifworks.kit.event.OutboxRelay;
import org.motifworks.kit.job.JobListener;
import org.motifworks.kit.job.JobQueue;

/** The parts of service-kit, put together for this service. */
final class DataServiceBeans {

  private static final String SOURCE = "/data-service";

  @Produces
  @Singleton
  ArtifactStore artifactStore(DataSettings settings) {
    return new FolderArtifactStore(settings.artifacts().folder());
  }

  @Produces
  @Singleton
  JobQueue jobQueue(AgroalDataSource dataSource, Instance<JobListener> listeners) {
    return new JobQueue(dataSource, listeners);
  }

  @Produces
  @Singleton
  Outbox outbox(AgroalDataSource dataSource) {
    return new Outbox(dataSource, SOURCE);
  }

  @Produces
  @Singleton
  KafkaSettings kafka(@ConfigProperty(name = "kafka.bootstrap.servers") String servers) {
    return new KafkaSettings(servers, "data-service");
  }

  @Produces
  @Singleton
  OutboxRelay relay(AgroalDataSource dataSource, Outbox outbox, KafkaSettings kafka) {
    return new OutboxRelay(dataSource, outbox, kafka);
  }
}
