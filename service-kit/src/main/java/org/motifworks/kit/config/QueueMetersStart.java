package org.motifworks.kit.config;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.job.QueueMeters;

/** Measures the queues in every service that has a database. */
@Singleton
public final class QueueMetersStart implements Loops {

  private final Optional<QueueMeters> meters;

  QueueMetersStart(Instance<DataSource> dataSource, Instance<MeterRegistry> registry) {
    boolean measurable = dataSource.isResolvable() && registry.isResolvable();
    this.meters =
        measurable
            ? Optional.of(new QueueMeters(dataSource.get(), registry.get()))
            : Optional.empty();
  }

  void start(@Observes StartupEvent event) {
    meters.ifPresent(QueueMeters::start);
  }

  void stop(@Observes ShutdownEvent event) {
    meters.ifPresent(QueueMeters::close);
  }

  @Override
  public Stream<Loop> loops() {
    return meters.stream().map(QueueMeters::loop);
  }
}
