package org.motifworks.standalone.supervisor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Processes of a supervisor that was killed. They end by themselves when their standard input does;
 * this waits for it, and ends those that do not.
 */
public final class Leftovers {

  private static final Duration BY_THEMSELVES = Duration.ofSeconds(20);
  private static final Duration AFTER_SIGNAL = Duration.ofSeconds(20);

  private Leftovers() {}

  /**
   * Ends what the last state names. Only call it while nobody rightful supervises the folder.
   *
   * @param report told a sentence for each process still there
   */
  public static void end(Optional<SystemStatus> last, Consumer<String> report) {
    List<ProcessHandle> alive =
        last.stream()
            .flatMap(status -> status.services().stream())
            .flatMap(service -> service.process().stream())
            .flatMap(process -> process.handle().stream())
            .toList();
    if (alive.isEmpty()) return;
    List<Long> pids = alive.stream().map(ProcessHandle::pid).toList();
    report.accept("waits for processes " + pids + " of an earlier run to end");
    if (awaitEnd(alive, BY_THEMSELVES)) return;
    report.accept("ends the processes that an earlier run left");
    alive.forEach(ProcessHandle::destroy);
    if (awaitEnd(alive, AFTER_SIGNAL)) return;
    alive.forEach(ProcessHandle::destroyForcibly);
    awaitEnd(alive, AFTER_SIGNAL);
  }

  private static boolean awaitEnd(List<ProcessHandle> processes, Duration patience) {
    CompletableFuture<?>[] ends =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    try {
      CompletableFuture.allOf(ends).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("Waiting for processes failed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailedException("Interrupted while an earlier run ends.", e);
    }
  }
}
