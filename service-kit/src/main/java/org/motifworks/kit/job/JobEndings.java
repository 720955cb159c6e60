package org.motifworks.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.util.Collection;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.sql.Sql;

/** Every way a job can end, each told to the listeners in the transaction that makes it so. */
final class JobEndings {

  private static final Logger LOG = Logger.getLogger(JobEndings.class);
  private static final int LOST_WORKERS = 3;

  private final Sql sql;
  private final Iterable<JobListener> listeners;

  JobEndings(Sql sql, Iterable<JobListener> listeners) {
    this.sql = sql;
    this.listeners = listeners;
  }

  boolean end(
      Claim claim,
      String from,
      JobState to,
      JsonNode result,
      JsonNode problem,
      Runnable inTransaction) {
    Optional<Job> ended =
        sql.first(
            JobRows::read,
            "update job set state = ?, result = ?::jsonb, problem = ?::jsonb, lease_until = null,"
                + " ended_at = clock_timestamp(), version = version + 1"
                + " where id = ? and fence = ? and state = ? returning "
                + JobRows.COLUMNS,
            to.name(),
            JobRows.text(result),
            JobRows.text(problem),
            claim.id(),
            claim.fence(),
            from);
    ended.ifPresent(
        job -> {
          inTransaction.run();
          tell(job);
        });
    return ended.isPresent();
  }

  Optional<Job> requestCancel(String id, String reason) {
    Optional<Job> before =
        sql.first(
            JobRows::read, "select " + JobRows.COLUMNS + " from job where id = ? for update", id);
    if (before.isEmpty()) return before;
    JobState state = before.get().state();
    if (state == JobState.QUEUED) {
      Optional<Job> ended =
          sql.first(
              JobRows::read,
              "update job set state = 'CANCELLED', cancel_reason = ?, version = version + 1,"
                  + " ended_at = clock_timestamp() where id = ? returning "
                  + JobRows.COLUMNS,
              reason,
              id);
      ended.ifPresent(this::tell);
      return ended;
    }
    if (state != JobState.RUNNING) return before;
    return sql.first(
        JobRows::read,
        "update job set state = 'CANCELLING', cancel_reason = ?, version = version + 1"
            + " where id = ? returning "
            + JobRows.COLUMNS,
        reason,
        id);
  }

  /**
   * Takes back one job a transaction, so that a listener that throws holds up its own job only.
   *
   * @return whether any waits again
   */
  boolean takeBackExpired(Collection<String> kinds) {
    String[] names = kinds.toArray(String[]::new);
    String after = "";
    boolean queued = false;
    while (true) {
      String from = after;
      Optional<Expired> expired =
          QuarkusTransaction.requiringNew().call(() -> nextExpired(names, from));
      if (expired.isEmpty()) return queued;
      after = expired.get().id();
      try {
        queued |= QuarkusTransaction.requiringNew().call(() -> takeBack(expired.get()));
      } catch (RuntimeException e) {
        LOG.errorf(e, "job %s: its worker went silent, and taking it back failed", after);
      }
    }
  }

  private record Expired(String id, long fence) {}

  private Optional<Expired> nextExpired(String[] kinds, String after) {
    return sql.first(
        row -> new Expired(row.getString(1), row.getLong(2)),
        "select id, fence from job where state in ('RUNNING', 'CANCELLING') and kind = any(?)"
            + " and lease_until < clock_timestamp() and id > ? order by id limit 1",
        kinds,
        after);
  }

  private boolean takeBack(Expired expired) {
    // The lease is looked at again under the row's lock: a late heartbeat may have renewed it.
    Optional<Job> changed =
        sql.first(
            JobRows::read,
            "update job set lost_workers = lost_workers + 1, lease_until = null,"
                + " version = version + 1, available_at = clock_timestamp(),"
                + " state = case when state = 'CANCELLING' then 'CANCELLED'"
                + "   when lost_workers + 1 >= ? then 'FAILED' else 'QUEUED' end,"
                + " problem = case when state = 'RUNNING' and lost_workers + 1 >= ?"
                + "   then ?::jsonb end,"
                + " ended_at = case when state = 'CANCELLING' or lost_workers + 1 >= ?"
                + "   then clock_timestamp() end"
                + " where id = (select id from job where id = ? and fence = ?"
                + "   and state in ('RUNNING', 'CANCELLING') and lease_until < clock_timestamp()"
                + "   for update skip locked) returning "
                + JobRows.COLUMNS,
            LOST_WORKERS,
            LOST_WORKERS,
            lostProblem().toJson().toString(),
            LOST_WORKERS,
            expired.id(),
            expired.fence());
    changed.ifPresent(
        job -> {
          LOG.warnf(
              "job %s: worker %s went silent, now %s",
              job.id(), job.worker().orElse("?"), job.state());
          if (job.state().isTerminal()) tell(job);
        });
    return changed.filter(job -> job.state() == JobState.QUEUED).isPresent();
  }

  private static Problem lostProblem() {
    return new Problem(
        500,
        "job.worker-lost",
        "A job that loses its workers",
        LOST_WORKERS + " workers in turn went silent on this job.",
        "Look at the workers' logs and memory, then ask for it again.");
  }

  private void tell(Job job) {
    for (JobListener listener : listeners) {
      if (listener.kinds().contains(job.kind())) listener.ended(job);
    }
  }
}
