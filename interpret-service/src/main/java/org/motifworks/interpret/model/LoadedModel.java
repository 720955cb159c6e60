package org.motifworks.interpret.model;

import java.time.Duration;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.model.DriftReference;
import org.motifworks.contracts.model.ModelDescription;

/**
 * A model in memory with a count of those who use it. Closing a native session while it runs ends
 * the whole process, so nobody closes one: it is retired, and the last user to leave closes it.
 */
final class LoadedModel {
  private final ArtifactRef ref;
  private final ModelDescription description;
  private final Optional<DriftReference> drift;
  private final InferenceSession session;
  private final long bytes;
  private int users;
  private boolean retired;
  private boolean closed;

  LoadedModel(
      ArtifactRef ref,
      ModelDescription description,
      Optional<DriftReference> drift,
      InferenceSession session,
      long bytes) {
    this.ref = ref;
    this.description = description;
    this.drift = drift;
    this.session = session;
    this.bytes = bytes;
  }

  ArtifactRef ref() {
    return ref;
  }

  ModelDescription description() {
    return description;
  }

  Optional<DriftReference> drift() {
    return drift;
  }

  InferenceSession session() {
    return session;
  }

  /** What it counts for in the cache. */
  long bytes() {
    return bytes;
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
