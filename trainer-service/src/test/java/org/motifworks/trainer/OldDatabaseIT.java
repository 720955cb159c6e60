package org.motifworks.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.embedded.Infrastructure;

/** A database of the version before experiments goes on with what it holds. */
class OldDatabaseIT {

  private static final String[] NOW = {"classpath:db/kit", "classpath:db/migration"};

  @TempDir Path before;

  /** The kit's second migration is numbered below the service's first, which is applied already. */
  @Test
  void databaseOfBefore_getsTheKitsNewMigrationToo_andKeepsItsJobs() throws Exception {
    String url = Infrastructure.freshDatabase("old");
    keep("db/kit/V0001__job_outbox_inbox.sql");
    keep("db/migration/V1000__trainer.sql");
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("filesystem:" + before)
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into job (id, kind, state, payload) values ('01OLD', 'training', 'QUEUED', '{}')");
      Flyway.configure()
          .dataSource(url, null, null)
          .locations(NOW)
          .outOfOrder(Boolean.parseBoolean(setting("quarkus.flyway.out-of-order")))
          .load()
          .migrate();
      assertThat(share(statement)).isEmpty();
    }
  }

  private static String share(Statement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery("select share from job where id = '01OLD'")) {
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }

  private void keep(String resource) throws IOException {
    try (InputStream script = getClass().getClassLoader().getResourceAsStream(resource)) {
      Files.copy(script, before.resolve(Path.of(resource).getFileName()));
    }
  }

  private String setting(String name) throws IOException {
    Properties settings = new Properties();
    try (InputStream file =
        getClass().getClassLoader().getResourceAsStream("application.properties")) {
      settings.load(file);
    }
    return settings.getProperty(name, "false");
  }
}
