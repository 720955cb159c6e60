package org.motifworks.kit.config;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.motifworks.kit.event.OutboxRelay;

/** Runs the relay in every service that has a database. */
@Singleton
public final class RelayStart {

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
}
