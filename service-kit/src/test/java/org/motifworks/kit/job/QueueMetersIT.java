package org.motifworks.kit.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.motifworks.kit.Servers;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.sql.Sql;

@QuarkusTest
@WithTestResource(Servers.class)
class QueueMetersIT {

  @Inject JobQueue queue;
  @Inject DataSource dataSource;

  @Test
  void measures_tellWhatWaits_whatRuns_andWhoseLeaseHasRunOut() {
    String kind = "measured-" + Ids.next();
    for (int i = 0; i < 3; i++) queue.enqueue(NewJob.of(kind, Map.of()));
    Claim claim = queue.claim(Set.of(kind), "worker", Duration.ofSeconds(30)).orElseThrow();
    Sql sql = new Sql(dataSource);
    sql.update(
        """
        update job set created_at = created_at - interval '90 seconds',
          available_at = available_at - interval '90 seconds' where kind = ?""",
        kind);
    sql.update(
        "update job set lease_until = clock_timestamp() - interval '40 seconds' where id = ?",
        claim.id());
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (QueueMeters meters = new QueueMeters(dataSource, registry)) {
      meters.measure();
      assertThat(value(registry, "motifworks.jobs", kind, "QUEUED")).isEqualTo(2);
      assertThat(value(registry, "motifworks.jobs", kind, "RUNNING")).isEqualTo(1);
      assertThat(value(registry, "motifworks.jobs.waiting.longest", kind, "QUEUED"))
          .isBetween(90.0, 150.0);
      assertThat(value(registry, "motifworks.jobs.lease.age", kind, "RUNNING"))
          .isBetween(40.0, 100.0);
      assertThat(registry.get("motifworks.outbox.waiting").gauge().value()).isNotNegative();

      sql.update("delete from job where kind = ? and state = 'QUEUED'", kind);
      meters.measure();
      assertThat(value(registry, "motifworks.jobs", kind, "QUEUED")).isZero();
      assertThat(value(registry, "motifworks.jobs.waiting.longest", kind, "QUEUED")).isZero();
    }
  }

  private static double value(
      SimpleMeterRegistry registry, String name, String kind, String state) {
    return registry.get(name).tags("kind", kind, "state", state).gauge().value();
  }
}
