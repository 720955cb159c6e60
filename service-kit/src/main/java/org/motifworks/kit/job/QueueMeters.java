package org.motifworks.kit.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.sql.Sql;
import org.motifworks.kit.time.Repeated;

/**
 * Measures the queues in the database, every ten seconds. They belong to all replicas together:
 * each of them tells the same. While the database is away there are no such measures.
 *
 * <ul>
 *   <li>{@code motifworks.jobs} by kind and state, of those that have not ended
 *   <li>{@code motifworks.jobs.waiting.longest} likewise, in seconds, of those that could be begun
 *   <li>{@code motifworks.jobs.lease.age} likewise, in seconds: the longest time a lease has run
 *       out already; 0 when none has
 *   <li>{@code motifworks.outbox.waiting}, and {@code motifworks.outbox.waiting.longest} in seconds
 * </ul>
 */
public final class QueueMeters implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(QueueMeters.class);
  private static final Duration EVERY = Duration.ofSeconds(10);

  /** Every kind there has been, found by steps through an index, with 0 where nothing is. */
  private static final String JOBS =
      """
      with recursive kinds as (
        select min(kind) as kind from job
        union all
        select (select min(kind) from job where kind > kinds.kind) from kinds
        where kinds.kind is not null)
      select kinds.kind, states.state, count(job.id),
        coalesce(max(extract(epoch from clock_timestamp() - greatest(created_at, available_at))), 0),
        coalesce(max(extract(epoch from clock_timestamp() - lease_until)), 0)
      from kinds cross join (values ('QUEUED'), ('RUNNING'), ('CANCELLING')) states (state)
        left join job on job.kind = kinds.kind and job.state = states.state
      where kinds.kind is not null
      group by kinds.kind, states.state""";

  private static final String OUTBOX =
      """
      select count(*), coalesce(extract(epoch from clock_timestamp() - min(time)), 0)
      from outbox""";

  private final Sql sql;
  private final MultiGauge jobs;
  private final MultiGauge longestWaits;
  private final MultiGauge leaseAges;
  private final MultiGauge outbox;
  private final MultiGauge outboxLongest;
  private final Repeated measuring = new Repeated("queue-meters", EVERY, this::measure);

  public QueueMeters(DataSource dataSource, MeterRegistry registry) {
    this.sql = new Sql(dataSource);
    this.jobs = gauge(registry, "motifworks.jobs", "Jobs that have not ended", null);
    this.longestWaits =
        gauge(registry, "motifworks.jobs.waiting.longest", "Longest wait of a job", "seconds");
    this.leaseAges =
        gauge(registry, "motifworks.jobs.lease.age", "Oldest lease that has run out", "seconds");
    this.outbox = gauge(registry, "motifworks.outbox.waiting", "Facts not yet on Kafka", null);
    this.outboxLongest =
        gauge(registry, "motifworks.outbox.waiting.longest", "Longest wait of a fact", "seconds");
  }

  public void start() {
    measuring.start();
  }

  /** Whether it still measures. */
  public Loop loop() {
    return measuring.loop();
  }

  @Override
  public void close() {
    measuring.close();
  }

  /** What is measured of the jobs of a kind and state. */
  private record Measured(String kind, String state, double count, double waited, double leaseAge) {

    static Measured read(ResultSet row) throws SQLException {
      return new Measured(
          row.getString(1),
          row.getString(2),
          row.getDouble(3),
          Math.max(0, row.getDouble(4)),
          Math.max(0, row.getDouble(5)));
    }

    Tags tags() {
      return Tags.of("kind", kind, "state", state);
    }
  }

  void measure() {
    List<MultiGauge.Row<?>> counts = new ArrayList<>();
    List<MultiGauge.Row<?>> waits = new ArrayList<>();
    List<MultiGauge.Row<?>> ages = new ArrayList<>();
    List<MultiGauge.Row<?>> facts = new ArrayList<>();
    List<MultiGauge.Row<?>> factWaits = new ArrayList<>();
    try {
      for (Measured each : sql.list(Measured::read, JOBS)) {
        counts.add(MultiGauge.Row.of(each.tags(), each.count()));
        if (each.state().equals("QUEUED")) waits.add(MultiGauge.Row.of(each.tags(), each.waited()));
        else ages.add(MultiGauge.Row.of(each.tags(), each.leaseAge()));
      }
      double[] told =
          sql.first(row -> new double[] {row.getDouble(1), row.getDouble(2)}, OUTBOX).orElseThrow();
      facts.add(MultiGauge.Row.of(Tags.empty(), told[0]));
      factWaits.add(MultiGauge.Row.of(Tags.empty(), told[1]));
    } catch (RuntimeException e) {
      LOG.warnf("the queues are not measured: %s", e.getMessage());
    }
    jobs.register(counts, true);
    longestWaits.register(waits, true);
    leaseAges.register(ages, true);
    outbox.register(facts, true);
    outboxLongest.register(factWaits, true);
  }

  private static MultiGauge gauge(
      MeterRegistry registry, String name, String description, String unit) {
    return MultiGauge.builder(name).description(description).baseUnit(unit).register(registry);
  }
}
