package org.motifworks.standalone.supervisor;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.motifworks.standalone.home.DataFolder;

/**
 * Starts processes stage by stage, keeps them alive, and stops them in the opposite order.
 *
 * <p>A stage starts together and must be ready before the next begins. Every change goes into
 * {@code logs/supervisor.log} and {@code state.json}.
 */
public final class Supervisor implements AutoCloseable {

  private final String page;
  private final StateFile stateFile;
  private final RotatingLog log;
  private final FolderLock lock;
  private final List<List<SupervisedService>> stages = new ArrayList<>();
  private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
  private SystemPhase phase = SystemPhase.STARTING;
  private Optional<String> problem = Optional.empty();
  private boolean closed;

  /**
   * Takes the folder and ends what a killed supervisor may have left there; starts nothing yet.
   *
   * @param page address people are told
   * @param ports held ones, released as their processes start
   * @throws StartFailedException when another supervisor has the folder
   */
  public Supervisor(
      DataFolder folder, String page, List<List<ServiceSpecification>> stages, Ports ports) {
    this(folder, page, stages, ports, Backoff.DEFAULT);
  }

  Supervisor(
      DataFolder folder,
      String page,
      List<List<ServiceSpecification>> stages,
      Ports ports,
      Backoff backoff) {
    this.page = page;
    this.lock = FolderLock.take(folder.lock());
    this.stateFile = new StateFile(folder.state());
    this.log = RotatingLog.at(folder.log("supervisor"));
    for (List<ServiceSpecification> stage : stages) {
      List<SupervisedService> services = new ArrayList<>();
      for (ServiceSpecification each : stage) {
        RotatingLog own = RotatingLog.at(folder.log(each.name()));
        services.add(new SupervisedService(each, backoff, own, ports, this::say));
      }
      this.stages.add(services);
    }
    Leftovers.end(stateFile.read(), this::say);
  }

  /**
   * Starts everything and returns when all is ready; on failure everything is stopped again.
   *
   * @throws StartFailedException with the words of the process that did not start
   */
  public void start() {
    say("starts");
    try {
      for (List<SupervisedService> stage : stages) {
        CompletableFuture.allOf(
                stage.stream().map(SupervisedService::start).toArray(CompletableFuture[]::new))
            .join();
      }
    } catch (CompletionException e) {
      if (!(e.getCause() instanceof StartFailedException failure)) throw e;
      synchronized (this) {
        if (problem.isEmpty()) problem = Optional.of(failure.getMessage());
      }
      close();
      throw failure;
    }
    enter(SystemPhase.READY, "all is ready");
  }

  /** What runs now. */
  public synchronized SystemStatus status() {
    List<ServiceStatus> services =
        stages.stream().flatMap(List::stream).map(SupervisedService::status).toList();
    return new SystemStatus(self, phase, page, services, problem);
  }

  /** The process that is this service now; empty while it is down. */
  public Optional<ProcessHandle> process(String name) {
    return stages.stream()
        .flatMap(List::stream)
        .filter(service -> service.name().equals(name))
        .findFirst()
        .flatMap(SupervisedService::handle);
  }

  /** Stops everything, last started first; returns when nothing is left. */
  @Override
  public void close() {
    synchronized (this) {
      if (closed) return;
      closed = true;
    }
    enter(SystemPhase.STOPPING, "stops everything");
    for (int i = stages.size() - 1; i >= 0; i--) {
      stages.get(i).parallelStream().forEach(SupervisedService::stop);
    }
    boolean failed = problem.isPresent();
    enter(failed ? SystemPhase.FAILED : SystemPhase.STOPPED, "everything stopped");
    log.close();
    lock.close();
  }

  private void enter(SystemPhase next, String sentence) {
    synchronized (this) {
      if (phase == SystemPhase.STOPPING && next == SystemPhase.READY) return;
      phase = next;
    }
    say(sentence);
  }

  /** Notes a sentence in the log. */
  synchronized void say(String sentence) {
    log.append(Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + sentence);
    stateFile.write(status());
  }
}
