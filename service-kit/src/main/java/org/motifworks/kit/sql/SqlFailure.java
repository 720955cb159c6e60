package org.motifworks.kit.sql;

import java.sql.SQLException;

/** A statement failed; {@link Outage} tells whether the database is to blame. */
public final class SqlFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public SqlFailure(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
