package org.motifworks.kit.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Statements with parameters on the connection of the caller's transaction. */
public final class Sql {

  private final DataSource dataSource;

  public Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Makes a value of one row. */
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Rows that a statement changed. */
  public int update(String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = prepare(connection, sql, parameters)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public <T> List<T> list(Row<T> row, String sql, Object... parameters) {
    try (Connection connection = dataSource.getConnection()) {
      return list(connection, row, sql, parameters);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public <T> Optional<T> first(Row<T> row, String sql, Object... parameters) {
    return list(row, sql, parameters).stream().findFirst();
  }

  public static <T> List<T> list(
      Connection connection, Row<T> row, String sql, Object... parameters) throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      List<T> values = new ArrayList<>();
      while (rows.next()) values.add(row.read(rows));
      return values;
    }
  }

  private static PreparedStatement prepare(Connection connection, String sql, Object... parameters)
      throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < parameters.length; i++) {
        Object value = parameters[i];
        if (value instanceof String[] texts) {
          statement.setArray(i + 1, connection.createArrayOf("text", texts));
        } else {
          statement.setObject(i + 1, value);
        }
      }
      return statement;
    } catch (SQLException e) {
      statement.close();
      throw e;
    }
  }
}
