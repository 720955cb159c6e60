package org.motifworks.interpret.model;

import java.time.Duration;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.model.DriftReference;

/**
 * A model in memory with a count of those who use it. Closing a native session while it runs ends
 * the whole process, so nobody closes one: it is retired, and the last user to leave closes it.
 */
final class LoadedModel {
  private final ArtifactRef ref;
  private final ModelOutline description;
  private final Optional<DriftReference> drift;
  private final InferenceSession session;
  private volatile long counted;
  private int users;
  private boolean retired;
  private boolean closed;

  LoadedModel(
      ArtifactRef ref,
      ModelOutline description,
      Optional<DriftReference> drift,
      InferenceSession session) {
    this.ref = ref;
    this.description = description;
    this.drift = drift;
    this.session = session;
    this.counted = session.bytes();
  }

  ArtifactRef ref() {
    return ref;
  }

  ModelOutline description() {
    return description;
  }

  Optional<DriftReference> drift() {
    return drift;
  }

  InferenceSession session() {
    return session;
  }

  /** What it holds, when it was last counted. */
  long bytes() {
    return counted;
  }

  /** Counts again; says whether it has grown. */
  boolean grown() {
    long now = session.bytes();
    boolean grown = now > counted;
    counted = now;
    return grown;
  }

  /** Counts one more user, or says no: the model is on its way out. */
  synchronized boolean retain() {
    if (retired) return false;
    users++;
    return true;
  }

  synchronized void release() {
    if (users == 0) throw new IllegalStateException("model released more often than taken");
    users--;
    closeIfUnused();
  }

  /** No new users from here on; closed at once if there is none, else by the last. */
  synchronized void retire() {
    retired = true;
    closeIfUnused();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** Waits until the last user has gone; says whether that happened in time. */
  synchronized boolean awaitClosed(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!closed) {
      long left = end - System.nanoTime();
      if (left <= 0) return false;
      wait(Math.max(1, left / 1_000_000));
    }
    return true;
  }

  private void closeIfUnused() {
    if (!retired || users > 0 || closed) return;
    closed = true;
    session.close();
    notifyAll();
  }
}
