package org.motifworks.kit.config;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Map;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Startup;
import org.motifworks.kit.sql.Sql;

/**
 * Started once the database has been reached and every migration of its schema was applied; for
 * good then, and at once in a service without a database. Topics are not waited for: a command is
 * accepted while Kafka is away.
 */
@Startup
@Singleton
public final class SchemaStarted implements HealthCheck {

  private static final String VERSIONS =
      "select count(*) filter (where not success), max(version) from flyway_schema_history";

  private final Instance<DataSource> dataSource;
  private volatile String version;

  SchemaStarted(Instance<DataSource> dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public HealthCheckResponse call() {
    HealthCheckResponseBuilder answer = HealthCheckResponse.named("schema");
    if (!dataSource.isResolvable()) return answer.up().build();
    if (version == null) look(answer);
    if (version == null) return answer.down().build();
    return answer.withData("version", version).up().build();
  }

  private void look(HealthCheckResponseBuilder answer) {
    try {
      new Sql(dataSource.get())
          .first(row -> Map.entry(row.getInt(1), String.valueOf(row.getString(2))), VERSIONS)
          .ifPresent(
              found -> {
                if (found.getKey() == 0) version = found.getValue();
                else answer.withData("failed", found.getKey());
              });
    } catch (RuntimeException e) {
      answer.withData("error", String.valueOf(e.getMessage()));
    }
  }
}
