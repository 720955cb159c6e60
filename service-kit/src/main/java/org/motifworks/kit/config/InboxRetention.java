package org.motifworks.kit.config;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.motifworks.kit.event.Inbox;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.health.Loops;
import org.motifworks.kit.time.Repeated;

/** Keeps the inbox from growing for ever, in every service that has a database. */
@Singleton
public final class InboxRetention implements Loops {

  private static final Logger LOG = Logger.getLogger(InboxRetention.class);
  private static final Duration PAUSE = Duration.ofHours(1);

  private final Instance<DataSource> dataSource;
  private final Instance<Inbox> inbox;
  private final Duration age;
  private final Repeated forgetting = new Repeated("inbox-retention", PAUSE, this::forget);

  /**
   * @param age must exceed the retention of every topic (Kafka's own default is a week)
   */
  InboxRetention(
      Instance<DataSource> dataSource,
      Instance<Inbox> inbox,
      @ConfigProperty(name = "motifworks.inbox.retention", defaultValue = "30d") Duration age) {
    this.dataSource = dataSource;
    this.inbox = inbox;
    this.age = age;
  }

  void start(@Observes StartupEvent event) {
    if (dataSource.isResolvable()) forgetting.start();
  }

  void stop(@Observes ShutdownEvent event) {
    if (dataSource.isResolvable()) forgetting.close();
  }

  @Override
  public Stream<Loop> loops() {
    return dataSource.isResolvable() ? Stream.of(forgetting.loop()) : Stream.empty();
  }

  void forget() {
    int forgotten = inbox.get().forgetOlderThan(age);
    if (forgotten > 0) LOG.infof("%d facts older than %s left the inbox", forgotten, age);
  }
}
