package org.motifworks.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class OutageTest {

  private static final SQLException AWAY =
      new SQLException("An I/O error occurred while sending to the backend.", "08006");

  @Test
  void databaseThatGoesAway_isAnOutage_howeverDeepTheCause() {
    assertThat(Outage.isCauseOf(new IllegalStateException(new RuntimeException(AWAY)))).isTrue();
  }

  /** As Narayana tells it when the database dies between a statement and the commit. */
  @Test
  void commitThatFailsOverTheConnection_isAnOutage() {
    RollbackException rollback = new RollbackException("ARJUNA016053: Could not commit.");
    rollback.addSuppressed(new IllegalStateException("Error trying to commit", AWAY));
    assertThat(Outage.isCauseOf(new IllegalStateException(rollback))).isTrue();
  }

  @Test
  void violatedConstraint_orNothingOfTheKind_isNone() {
    RollbackException rollback = new RollbackException("no");
    rollback.addSuppressed(new SQLException("duplicate key", "23505"));
    assertThat(Outage.isCauseOf(rollback)).isFalse();
    assertThat(Outage.isCauseOf(new IllegalArgumentException("no"))).isFalse();
  }

  @Test
  void causesInACircle_end() {
    Exception one = new Exception("one");
    Exception two = new Exception("two", one);
    one.initCause(two);
    assertThat(Outage.isCauseOf(one)).isFalse();
  }
}
