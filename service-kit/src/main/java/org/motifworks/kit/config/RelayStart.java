package org.motifworks.kit.config;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.motifworks.kit.event.OutboxRelay;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;

/** Runs the relay in every service that has a database. */
@Singleton
public final class RelayStart implements Loops {

  private final Instance<DataSource> dataSource;
  private final Instance<OutboxRelay> relay;

  RelayStart(Instance<DataSource> dataSource, Instance<OutboxRelay> relay) {
    this.dataSource = dataSource;
    this.relay = relay;
  }

  void start(@Observes StartupEvent event) {
    if (dataSource.isResolvable()) relay.get().start();
  }

  void stop(@Observes ShutdownEvent event) {
    if (dataSource.isResolvable()) relay.get().close();
  }

  @Override
  public Stream<Loop> loops() {
    return dataSource.isResolvable() ? Stream.of(relay.get().loop()) : Stream.empty();
  }
}
