package org.motifworks.kit.event;

import java.time.Duration;
import javax.sql.DataSource;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.kit.sql.Sql;

/** Remembers the facts a consumer has handled, in the transaction that handles them. */
public final class Inbox {

  private final Sql sql;

  public Inbox(DataSource dataSource) {
    this.sql = new Sql(dataSource);
  }

  /**
   * Call it first in the handler's transaction; waits while another transaction handles the same
   * fact.
   *
   * @param consumer who handles it; two consumers of one service each see it once
   * @return false when it was handled before: do nothing and acknowledge
   */
  public boolean firstTime(String consumer, String source, String eventId) {
    return sql.update(
            "insert into inbox (consumer, source, event_id) values (?, ?, ?)"
                + " on conflict do nothing",
            consumer,
            source,
            eventId)
        == 1;
  }

  public boolean firstTime(String consumer, FactEnvelope envelope) {
    return firstTime(consumer, envelope.source(), envelope.id());
  }

  /** Forgets what no topic can bring again; {@code age} must exceed every topic's retention. */
  public int forgetOlderThan(Duration age) {
    return sql.update(
        "delete from inbox where received_at < clock_timestamp() - ? * interval '1 second'",
        age.toSeconds());
  }
}
