package org.motifworks.kit.job;

import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.sql.Sql;

/** A queue with a kind of job of its own for each test. */
abstract class JobQueueFixture {

  static final Duration LEASE = Duration.ofSeconds(30);

  @Inject JobQueue queue;
  @Inject DataSource dataSource;
  @Inject EndedJobs ended;
  String kind;

  @BeforeEach
  void ownKind() {
    kind = EndedJobs.PREFIX + Ids.next();
    ended.watch(kind);
  }

  String enqueue() {
    return queue.enqueue(NewJob.of(kind, Map.of("seed", 42))).id();
  }

  Claim claim() {
    return queue.claim(Set.of(kind), "worker", LEASE).orElseThrow();
  }

  JobState state(String id) {
    return queue.find(id).orElseThrow().state();
  }

  void leaseRunsOut(String id) {
    new Sql(dataSource)
        .update(
            "update job set lease_until = clock_timestamp() - interval '1 second' where id = ?",
            id);
  }
}
