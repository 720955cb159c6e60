package org.motifworks.kit.sql;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.motifworks.kit.artifact.StoreUnavailable;

/** Tells what will pass (a database, broker or store that does not answer) from what will not. */
public final class Outage {

  /**
   * Connection, resources, operator intervention, I/O; then serialisation failures and deadlocks.
   */
  private static final Set<String> SQL_CLASSES = Set.of("08", "53", "57", "58", "40");

  private Outage() {}

  /** Whether trying the same again later may work. */
  public static boolean isCauseOf(Throwable e) {
    int depth = 0;
    for (Throwable cause = e; cause != null && depth < 20; cause = cause.getCause(), depth++) {
      if (cause instanceof StoreUnavailable
          || cause instanceof RetriableException
          || cause instanceof ConnectException
          || cause instanceof SocketTimeoutException
          || cause instanceof SQLTransientException
          || cause instanceof SQLRecoverableException) return true;
      if (cause instanceof SQLException sql && isOutage(sql)) return true;
    }
    return false;
  }

  private static boolean isOutage(SQLException e) {
    String state = e.getSQLState();
    // Agroal's time-out while waiting for a connection has no state.
    if (state == null) return String.valueOf(e.getMessage()).contains("Acquisition timeout");
    return state.length() >= 2 && SQL_CLASSES.contains(state.substring(0, 2));
  }
}
