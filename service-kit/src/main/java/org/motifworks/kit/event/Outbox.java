package org.motifworks.kit.event;

import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.motifworks.contracts.event.Fact;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.sql.Signal;
import org.motifworks.kit.sql.Sql;

/**
 * Facts told by the transaction that makes them true; {@link OutboxRelay} takes them to Kafka.
 *
 * <p>Facts of one entity keep their order when the transactions that tell them lock the entity's
 * row.
 */
public final class Outbox {

  private final Sql sql;
  private final String source;
  private final Signal signal = new Signal();

  /**
   * @param source CloudEvents source of this service, such as {@code /data-service}
   */
  public Outbox(DataSource dataSource, String source) {
    this.sql = new Sql(dataSource);
    this.source = source;
  }

  /**
   * Joins the caller's transaction; without one the fact is told at once.
   *
   * @return the event's id
   */
  public String append(Fact fact) {
    CloudEventRecord event =
        CloudEventRecord.of(new FactEnvelope(Ids.next(), source, Instant.now(), fact));
    sql.update(
        "insert into outbox (event_id, source, type, topic, subject, time, value, traceparent)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
        event.id(),
        event.source(),
        event.type(),
        event.topic(),
        event.subject(),
        event.time().atOffset(ZoneOffset.UTC),
        event.value(),
        event.traceparent().orElse(null));
    signal.afterCommit();
    return event.id();
  }

  Signal signal() {
    return signal;
  }
}
