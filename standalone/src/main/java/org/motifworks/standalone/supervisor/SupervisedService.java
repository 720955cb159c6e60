package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Keeps one process alive from its first start to its stop, each outcome said in the log. */
final class SupervisedService {

  private static final int FIRST_START_ATTEMPTS = 3;

  private final ServiceSpecification specification;
  private final Backoff backoff;
  private final RotatingLog log;
  private final Ports ports;
  private final Consumer<String> report;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final CountDownLatch stopAsked = new CountDownLatch(1);
  private final Object lifeLock = new Object();
  private ChildProcess child;
  private volatile ServiceState state = ServiceState.WAITING;
  private volatile Optional<ProcessIdentity> process = Optional.empty();
  private final AtomicInteger restarts = new AtomicInteger();
  private Thread keeper;

  /**
   * @param report told a sentence at each change, after the change
   */
  SupervisedService(
      ServiceSpecification specification,
      Backoff backoff,
      RotatingLog log,
      Ports ports,
      Consumer<String> report) {
    this.specification = specification;
    this.backoff = backoff;
    this.log = log;
    this.ports = ports;
    this.report = report;
  }

  /** Begins; the future ends at the first time the process is ready, or when that is given up. */
  CompletableFuture<Void> start() {
    keeper = new Thread(this::keep, "keep-" + specification.name());
    keeper.start();
    return firstReady;
  }

  ServiceStatus status() {
    return new ServiceStatus(
        specification.name(), state, specification.port(), process, restarts.get());
  }

  String name() {
    return specification.name();
  }

  Optional<ProcessHandle> handle() {
    return process.flatMap(ProcessIdentity::handle);
  }

  /** Ends the process and its keeper; returns when both are gone. */
  void stop() {
    stopAsked.countDown();
    ChildProcess running;
    synchronized (lifeLock) {
      running = child;
    }
    if (running != null && running.handle().isAlive()) {
      change(ServiceState.STOPPING, "stops");
      running.stop();
    }
    try {
      if (keeper != null) keeper.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = Optional.empty();
    if (running == null) state = ServiceState.STOPPED;
    else change(ServiceState.STOPPED, "stopped after " + seconds(running));
    log.close();
  }

  private void keep() {
    try {
      int failures = 0;
      while (stopAsked.getCount() > 0) {
        Optional<ChildProcess> started = spawn();
        String end = started.isPresent() ? seeThrough(started.get()) : "could not be run";
        if (stopAsked.getCount() == 0) return;
        Duration life = started.map(ChildProcess::life).orElse(Duration.ZERO);
        failures = backoff.failuresAfter(failures, life);
        process = Optional.empty();
        if (!firstReady.isDone() && failures >= FIRST_START_ATTEMPTS) {
          giveUp(end);
          return;
        }
        pauseBeforeRestart(end, backoff.pause(failures));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      firstReady.completeExceptionally(
          new StartFailedException(specification.name() + " was stopped before it was ready."));
    }
  }

  private Optional<ChildProcess> spawn() {
    synchronized (lifeLock) {
      if (stopAsked.getCount() == 0) return Optional.empty();
      ports.release(specification.port());
      try {
        child = ChildProcess.start(specification, log);
      } catch (IOException e) {
        log.append("[supervisor] " + specification.name() + " cannot be run: " + e.getMessage());
        return Optional.empty();
      }
      process = Optional.of(ProcessIdentity.of(child.handle()));
    }
    change(ServiceState.STARTING, "starts as process " + child.handle().pid());
    return Optional.of(child);
  }

  /** Stays with one life of the process; returns how it ended. */
  private String seeThrough(ChildProcess life) throws InterruptedException {
    if (life.awaitReady()) {
      change(ServiceState.READY, "is ready after " + seconds(life));
      firstReady.complete(null);
    } else if (life.handle().isAlive() && stopAsked.getCount() > 0) {
      life.kill();
      life.await();
      return "was not ready within " + specification.startPatience().toSeconds() + " s";
    }
    int exit = life.await();
    return exit > 128 ? "was ended by signal " + (exit - 128) : "ended with exit value " + exit;
  }

  private void pauseBeforeRestart(String end, Duration pause) throws InterruptedException {
    restarts.incrementAndGet();
    change(
        ServiceState.RESTARTING,
        String.format(Locale.ROOT, "%s; starts again in %.1f s", end, pause.toMillis() / 1000.0));
    boolean stopping = stopAsked.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    if (stopping) restarts.decrementAndGet();
  }

  private void giveUp(String end) {
    change(ServiceState.FAILED, end + "; given up after " + FIRST_START_ATTEMPTS + " attempts");
    firstReady.completeExceptionally(
        new StartFailedException(
            specification.name()
                + " "
                + end
                + ". Its last words:\n  "
                + String.join("\n  ", log.tail())));
  }

  private void change(ServiceState next, String sentence) {
    state = next;
    report.accept(specification.name() + " " + sentence);
  }

  private static String seconds(ChildProcess life) {
    return String.format(Locale.ROOT, "%.1f s", life.life().toMillis() / 1000.0);
  }
}
