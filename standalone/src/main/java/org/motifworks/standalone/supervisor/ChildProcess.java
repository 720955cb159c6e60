package org.motifworks.standalone.supervisor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One life of a supervised process.
 *
 * <p>Its standard input is a pipe from us that nobody writes to: it ends when we do, however we
 * end, and tells the child to end as well.
 */
final class ChildProcess {

  private static final long PROBE_MILLIS = 150;

  private final ServiceSpecification specification;
  private final Process process;
  private final CountDownLatch readyLine = new CountDownLatch(1);
  private final long startedAt = System.nanoTime();

  private ChildProcess(ServiceSpecification specification, Process process) {
    this.specification = specification;
    this.process = process;
  }

  /**
   * @throws IOException when the program cannot be run at all
   */
  static ChildProcess start(ServiceSpecification specification, RotatingLog log)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(specification.command());
    builder.environment().putAll(specification.environment());
    builder.directory(specification.folder().toFile()).redirectErrorStream(true);
    ChildProcess child = new ChildProcess(specification, builder.start());
    Thread pump = new Thread(() -> child.pump(log), "log-" + specification.name());
    pump.setDaemon(true);
    pump.start();
    return child;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  Duration life() {
    return Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /** Waits for the end; returns the exit value. */
  int await() throws InterruptedException {
    return process.waitFor();
  }

  /** Whether it became ready before it died or its patience ran out. */
  boolean awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + specification.startPatience().toNanos();
    while (System.nanoTime() < deadline && process.isAlive()) {
      if (specification.readiness() instanceof Readiness.Http http) {
        if (ReadinessProbe.answers(http.uri())) return process.isAlive();
        Thread.sleep(PROBE_MILLIS);
      } else if (readyLine.await(PROBE_MILLIS, TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  /** Asks to end, waits for the grace, then kills; takes what the process had started with it. */
  void stop() {
    List<ProcessHandle> descendants = process.descendants().toList();
    // Not Process.destroy(): that closes the pipes, and with them its last log lines.
    process.toHandle().destroy();
    boolean ended = false;
    try {
      ended = process.waitFor(specification.stopPatience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) kill();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  void kill() {
    List<ProcessHandle> descendants = process.descendants().toList();
    process.toHandle().destroyForcibly();
    descendants.forEach(ProcessHandle::destroyForcibly);
  }

  private void pump(RotatingLog log) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.append(line);
        if (specification.readiness() instanceof Readiness.Line ready
            && line.startsWith(ready.prefix())) {
          readyLine.countDown();
        }
      }
    } catch (IOException e) {
      log.append("[supervisor] the output of " + specification.name() + " ended: " + e);
    }
  }
}
