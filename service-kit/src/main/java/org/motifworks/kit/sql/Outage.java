package org.motifworks.kit.sql;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.common.errors.RetriableException;
import org.motifworks.kit.artifact.StoreUnavailable;

/** Tells what will pass (a database, broker or store that does not answer) from what will not. */
public final class Outage {

  /**
   * Connection, resources, operator intervention, I/O; then serialisation failures and deadlocks.
   */
  private static final Set<String> SQL_CLASSES = Set.of("08", "53", "57", "58", "40");

  private static final int DEEPEST = 20;

  private Outage() {}

  /** Whether trying the same again later may work. */
  public static boolean isCauseOf(Throwable e) {
    return isCauseOf(e, DEEPEST);
  }

  /** What the database said of a failed commit is among the suppressed ones. */
  private static boolean isCauseOf(Throwable e, int depth) {
    if (e == null || depth == 0) return false;
    if (isOutage(e) || isCauseOf(e.getCause(), depth - 1)) return true;
    return Arrays.stream(e.getSuppressed()).anyMatch(one -> isCauseOf(one, depth - 1));
  }

  private static boolean isOutage(Throwable e) {
    return e instanceof StoreUnavailable
        || e instanceof RetriableException
        || e instanceof ConnectException
        || e instanceof SocketTimeoutException
        || e instanceof SQLTransientException
        || e instanceof SQLRecoverableException
        || (e instanceof SQLException sql && isOutage(sql));
  }

  private static boolean isOutage(SQLException e) {
    String state = e.getSQLState();
    // Agroal's time-out while waiting for a connection has no state.
    if (state == null) return String.valueOf(e.getMessage()).contains("Acquisition timeout");
    return state.length() >= 2 && SQL_CLASSES.contains(state.substring(0, 2));
  }
}
