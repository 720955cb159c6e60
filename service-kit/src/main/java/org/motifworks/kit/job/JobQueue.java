package org.motifworks.kit.job;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.motifworks.kit.id.Ids;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;
import org.motifworks.kit.sql.Signal;
import org.motifworks.kit.sql.Sql;
import org.motifworks.kit.trace.TraceParent;

/**
 * The queue of long work in table {@code job}.
 *
 * <p>Every method joins the caller's transaction, or makes its own. A change by a worker counts
 * only while its fence is the row's; only the database's clock counts. Safe for any number of
 * threads and replicas.
 */
public final class JobQueue {

  private static final String OURS =
      " where id = ? and fence = ? and state in ('RUNNING', 'CANCELLING')";
  private static final String WAIT_AGAIN =
      "update job set state = 'QUEUED', lease_until = null, version = version + 1,"
          + " available_at = clock_timestamp() + ? * interval '1 millisecond'"
          + " where id = ? and fence = ? and state = 'RUNNING'";

  private static final String CLAIM =
      "with waiting as materialized (select distinct kind, share from job"
          + "   where state = 'QUEUED' and kind = any(?) and available_at <= clock_timestamp()),"
          + " turn as materialized (select kind, share,"
          + "   (select count(*) from job j where j.kind = w.kind and j.share = w.share"
          + "     and j.state in ('RUNNING', 'CANCELLING')) as under_way,"
          + "   (select max(started_at) from job j where j.kind = w.kind and j.share = w.share)"
          + "     as served from waiting w)"
          + " update job set state = 'RUNNING', fence = fence + 1, attempts = attempts + 1,"
          + " worker = ?, version = version + 1,"
          + " lease_until = clock_timestamp() + ? * interval '1 millisecond',"
          + " started_at = coalesce(started_at, clock_timestamp())"
          + " where id = (select q.id from job q join turn on turn.kind = q.kind"
          + "   and turn.share = q.share where q.state = 'QUEUED' and q.kind = any(?)"
          + "   and q.available_at <= clock_timestamp()"
          + "   order by turn.under_way, turn.served nulls first, q.created_at, q.id"
          + "   for update of q skip locked limit 1) returning "
          + JobRows.COLUMNS;

  private final Sql sql;
  private final JobEndings endings;
  private final Signal signal = new Signal();

  /**
   * @param listeners asked for at each ending, so that they may in turn use this queue
   */
  public JobQueue(DataSource dataSource, Iterable<JobListener> listeners) {
    this.sql = new Sql(dataSource);
    this.endings = new JobEndings(sql, listeners);
  }

  /**
   * Stores a job in the caller's transaction; it may start when that commits.
   *
   * @throws Problem {@code idempotency.key-reused} when the key, or the id, came with another
   *     payload before
   */
  public Enqueued enqueue(NewJob job) {
    return joining(
        () -> {
          String id = job.id().orElseGet(Ids::next);
          String key = job.idempotencyKey().orElse(null);
          String payload = JobRows.text(job.payload());
          int stored =
              sql.update(
                  "insert into job (id, kind, state, idempotency_key, payload, share, traceparent)"
                      + " values (?, ?, 'QUEUED', ?, ?::jsonb, ?, ?) on conflict do nothing",
                  id,
                  job.kind(),
                  key,
                  payload,
                  job.share(),
                  TraceParent.current().orElse(null));
          if (stored == 0) return new Enqueued(sameAsBefore(job, id, key, payload), false);
          signal.afterCommit();
          return new Enqueued(id, true);
        });
  }

  private String sameAsBefore(NewJob job, String id, String key, String payload) {
    return sql.first(
            row -> row.getString(1),
            "select id from job where (id = ? or (kind = ? and idempotency_key = ?))"
                + " and kind = ? and payload = ?::jsonb",
            id,
            job.kind(),
            key,
            job.kind(),
            payload)
        .orElseThrow(
            () ->
                new Problem(
                    422,
                    "idempotency.key-reused",
                    "An idempotency key used for something else",
                    "The key '" + (key == null ? id : key) + "' came with another request before.",
                    "Use a new key for a new request."));
  }

  /**
   * Takes a waiting job, after taking back those whose worker went silent: of the shares that wait,
   * the one with the fewest jobs under way, then the one served longest ago; of its jobs the
   * oldest.
   */
  public Optional<Claim> claim(Collection<String> kinds, String worker, Duration lease) {
    takeBackExpired(kinds);
    String[] names = kinds.toArray(String[]::new);
    return joining(() -> sql.first(JobRows::read, CLAIM, names, worker, lease.toMillis(), names))
        .map(job -> new Claim(job, lease));
  }

  /**
   * Puts jobs whose lease ran out back into the queue, or ends them: cancelled, or lost for the
   * third time.
   */
  public void takeBackExpired(Collection<String> kinds) {
    if (endings.takeBackExpired(kinds)) signal.raise();
  }

  /**
   * Asks whether the job is still ours.
   *
   * @param progressed renews the lease; without progress it runs out, for a worker that hangs is
   *     lost too
   */
  public Pulse heartbeat(Claim claim, boolean progressed) {
    if (!progressed) return pulse("select state from job" + OURS, claim.id(), claim.fence());
    return pulse(
        "update job set lease_until = clock_timestamp() + ? * interval '1 millisecond'"
            + OURS
            + " returning state",
        claim.lease().toMillis(),
        claim.id(),
        claim.fence());
  }

  /** Stores what a later attempt may resume from, and renews the lease. */
  public Pulse saveProgress(Claim claim, JsonNode progress) {
    return pulse(
        "update job set progress = ?::jsonb,"
            + " lease_until = clock_timestamp() + ? * interval '1 millisecond'"
            + OURS
            + " returning state",
        JobRows.text(progress),
        claim.lease().toMillis(),
        claim.id(),
        claim.fence());
  }

  private Pulse pulse(String statement, Object... parameters) {
    return joining(() -> sql.first(row -> row.getString(1), statement, parameters))
        .map(state -> state.equals("CANCELLING") ? Pulse.CANCEL : Pulse.CONTINUE)
        .orElse(Pulse.LOST);
  }

  /**
   * Ends a job well.
   *
   * @param inTransaction publishes the outputs, in the same transaction; not run when refused
   * @return false when refused: the job is someone else's by now, or is to be cancelled
   */
  public boolean succeed(Claim claim, JsonNode result, Runnable inTransaction) {
    return joining(
        () -> endings.end(claim, "RUNNING", JobState.SUCCEEDED, result, null, inTransaction));
  }

  /**
   * Ends a job badly.
   *
   * @return false when refused, as by {@link #succeed}
   */
  public boolean fail(Claim claim, Problem problem) {
    return joining(
        () -> endings.end(claim, "RUNNING", JobState.FAILED, null, problem.toJson(), () -> {}));
  }

  /** Ends a job that {@link Pulse#CANCEL} was heard of. */
  public boolean cancelled(Claim claim) {
    return joining(
        () -> endings.end(claim, "CANCELLING", JobState.CANCELLED, null, null, () -> {}));
  }

  /** Gives a job back, as a drain does; not counted as lost. One to be cancelled ends instead. */
  public boolean release(Claim claim) {
    return retryLater(claim, Duration.ZERO);
  }

  /** Gives a job back for a while, as after an outage; not counted as lost. */
  public boolean retryLater(Claim claim, Duration delay) {
    boolean given =
        joining(() -> sql.update(WAIT_AGAIN, delay.toMillis(), claim.id(), claim.fence()) == 1);
    if (given) signal.raise();
    return given || cancelled(claim);
  }

  /**
   * Cancels a job: at once while it waits, soon while it runs, not at all once it ended.
   *
   * @return the job afterwards; empty when there is none
   */
  public Optional<Job> requestCancel(String id, String reason) {
    return joining(() -> endings.requestCancel(id, reason));
  }

  public Optional<Job> find(String id) {
    return joining(
        () -> sql.first(JobRows::read, "select " + JobRows.COLUMNS + " from job where id = ?", id));
  }

  /**
   * Newest first.
   *
   * @param states empty for all
   * @param before id the page starts after; empty for the first page
   * @param limit 1 to {@value Page#MAXIMUM}
   */
  public Page<Job> list(
      Collection<String> kinds, Set<JobState> states, Optional<String> before, int limit) {
    int rows = Math.max(1, Math.min(limit, Page.MAXIMUM));
    List<Object> parameters = new ArrayList<>();
    parameters.add(kinds.toArray(String[]::new));
    String where = " where kind = any(?)";
    if (!states.isEmpty()) {
      where += " and state = any(?)";
      parameters.add(states.stream().map(Enum::name).toArray(String[]::new));
    }
    if (before.isPresent()) {
      where += " and id < ?";
      parameters.add(before.get());
    }
    parameters.add(rows + 1);
    String statement =
        "select " + JobRows.COLUMNS + " from job" + where + " order by id desc limit ?";
    return Page.of(
        joining(() -> sql.list(JobRows::read, statement, parameters.toArray())), rows, Job::id);
  }

  /** Raised when something was queued here. */
  Signal signal() {
    return signal;
  }

  private static <T> T joining(java.util.concurrent.Callable<T> work) {
    return QuarkusTransaction.joiningExisting().call(work);
  }
}
