package org.motifworks.kit.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;

/** Wakes threads of this process that wait for rows; whoever misses it polls. */
public final class Signal {

  private long generation;

  /** Wakes the waiting once the caller's transaction is committed, or now without one. */
  public void afterCommit() {
    if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
      raise();
      return;
    }
    CDI.current()
        .select(TransactionSynchronizationRegistry.class)
        .get()
        .registerInterposedSynchronization(new Raise());
  }

  public synchronized void raise() {
    generation++;
    notifyAll();
  }

  /** What to give to {@link #await}: taken before looking for rows, so that none is missed. */
  public synchronized long now() {
    return generation;
  }

  /** Returns when raised since {@code seen} was taken, or after {@code longest}. */
  public synchronized void await(long seen, Duration longest) throws InterruptedException {
    long end = System.nanoTime() + longest.toNanos();
    while (generation == seen) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) return;
      wait(left);
    }
  }

  private final class Raise implements Synchronization {
    @Override
    public void beforeCompletion() {
      // only the commit matters
    }

    @Override
    public void afterCompletion(int status) {
      if (status == Status.STATUS_COMMITTED) raise();
    }
  }
}
