package org.motifworks.kit.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;
import org.motifworks.kit.health.Loop;
import org.motifworks.kit.sql.Sql;

/**
 * Takes facts from the outbox to Kafka in their order, each at least once, and tries for ever.
 *
 * <p>One relay works per schema, whoever holds the advisory lock; the others stand by. It keeps one
 * connection.
 */
public final class OutboxRelay implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
  private static final String LOCK_KEY = "hashtextextended(current_schema() || '.outbox', 0)";
  private static final Duration POLL = Duration.ofMillis(500);
  private static final long LONGEST_DELAY_MILLIS = 30_000;
  private static final int BATCH = 200;

  /** Answers of the database (10 s) and of Kafka (40 s, and 60 s for its topics), and as much. */
  private static final Duration LONGEST_TURN = Duration.ofMinutes(5);

  private final DataSource dataSource;
  private final Outbox outbox;
  private final KafkaSettings kafka;
  private final Loop loop = new Loop("outbox-relay", LONGEST_TURN, turning -> run());
  private long outageDelay = POLL.toMillis();
  private volatile boolean closed;
  private volatile boolean relaying;

  public OutboxRelay(DataSource dataSource, Outbox outbox, KafkaSettings kafka) {
    this.dataSource = dataSource;
    this.outbox = outbox;
    this.kafka = kafka;
  }

  public void start() {
    loop.start();
  }

  /** Whether this is the one that works. */
  public boolean isRelaying() {
    return relaying;
  }

  /** Whether it still turns; standing by is turning, too. */
  public Loop loop() {
    return loop;
  }

  /** Ends after the batch under way, 40 s at most. */
  @Override
  public void close() {
    closed = true;
    loop.closing();
    outbox.signal().raise();
    try {
      loop.join(Duration.ofSeconds(40));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (!closed) {
      loop.turned();
      try (Connection connection = dataSource.getConnection()) {
        if (tryLock(connection)) {
          try {
            relay(connection);
          } finally {
            relaying = false;
            unlock(connection);
          }
        }
        outageDelay = POLL.toMillis();
        rest(outageDelay);
      } catch (SQLException | RuntimeException e) {
        LOG.warnf("facts wait in the outbox, again in %d ms: %s", outageDelay, e.getMessage());
        rest(outageDelay);
        outageDelay = Math.min(outageDelay * 2, LONGEST_DELAY_MILLIS);
      }
    }
  }

  private void relay(Connection connection) throws SQLException {
    Topics.ensure(kafka, Topics.ofFacts());
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(kafka.producer(), new StringSerializer(), new ByteArraySerializer())) {
      relaying = true;
      try {
        while (!closed) {
          loop.turned();
          long seen = outbox.signal().now();
          boolean idle = sendBatch(connection, producer) == 0;
          outageDelay = POLL.toMillis(); // the outage before is over
          if (idle) outbox.signal().await(seen, POLL);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (KafkaException e) {
        // Closing with time left would send what failed batches left behind, out of order.
        producer.close(Duration.ZERO);
        throw e;
      }
    }
  }

  private record Waiting(long position, CloudEventRecord event) {}

  private static int sendBatch(Connection connection, KafkaProducer<String, byte[]> producer)
      throws SQLException, InterruptedException {
    List<Waiting> batch = waiting(connection);
    List<Future<?>> sent = new ArrayList<>(batch.size());
    for (Waiting row : batch) sent.add(producer.send(row.event().toProducerRecord()));
    int taken = 0;
    try {
      for (Future<?> one : sent) {
        one.get(40, TimeUnit.SECONDS);
        taken++;
      }
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw new KafkaException("no answer within 40 s", e);
    } finally {
      if (taken > 0) delete(connection, batch.subList(0, taken));
    }
    return taken;
  }

  private static List<Waiting> waiting(Connection connection) throws SQLException {
    return Sql.list(
        connection,
        row ->
            new Waiting(
                row.getLong("position"),
                new CloudEventRecord(
                    row.getString("event_id"),
                    row.getString("source"),
                    row.getString("type"),
                    row.getString("topic"),
                    row.getString("subject"),
                    row.getObject("time", OffsetDateTime.class).toInstant(),
                    row.getBytes("value"),
                    Optional.ofNullable(row.getString("traceparent")))),
        "select * from outbox order by position limit ?",
        BATCH);
  }

  /** By position, one by one: a smaller position may be committed later. */
  private static void delete(Connection connection, List<Waiting> taken) throws SQLException {
    Long[] positions = taken.stream().map(Waiting::position).toArray(Long[]::new);
    try (PreparedStatement delete =
        connection.prepareStatement("delete from outbox where position = any(?)")) {
      delete.setArray(1, connection.createArrayOf("bigint", positions));
      delete.executeUpdate();
    }
  }

  private static boolean tryLock(Connection connection) throws SQLException {
    return Sql.list(
            connection, row -> row.getBoolean(1), "select pg_try_advisory_lock(" + LOCK_KEY + ")")
        .get(0);
  }

  /** The pool keeps the session, and the session would keep the lock. */
  private static void unlock(Connection connection) {
    try {
      Sql.list(connection, row -> row.getBoolean(1), "select pg_advisory_unlock(" + LOCK_KEY + ")");
    } catch (SQLException e) {
      LOG.debugf("the session is gone, and its lock with it: %s", e.getMessage());
    }
  }

  private void rest(long millis) {
    long seen = outbox.signal().now();
    try {
      if (!closed) outbox.signal().await(seen, Duration.ofMillis(millis));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
    }
  }
}
