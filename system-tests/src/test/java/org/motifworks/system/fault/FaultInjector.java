package org.motifworks.system.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.motifworks.system.ArtifactDisk;

/** Makes the faults of a schedule happen, each at its time. */
final class FaultInjector {

  private final Processes processes;
  private final Mischief mischief;

  FaultInjector(Processes processes, Mischief mischief) {
    this.processes = processes;
    this.mischief = mischief;
  }

  /** Begins; the future ends with the last fault. */
  CompletableFuture<Void> inject(FaultSchedule schedule) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Fault fault : schedule.faults()) {
      all.add(
          CompletableFuture.runAsync(
              () -> happen(fault),
              CompletableFuture.delayedExecutor(
                  fault.at().toMillis(), TimeUnit.MILLISECONDS, r -> new Thread(r).start())));
    }
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  private void happen(Fault fault) {
    switch (fault.kind()) {
      case KILL -> processes.kill(fault.target());
      case PAUSE -> pause(fault);
      case POISON -> mischief.poison();
      case REPLAY -> mischief.replay();
      case FULL_DISK -> during(fault, ArtifactDisk::fill, ArtifactDisk::free);
      case STALLED_DISK -> during(fault, ArtifactDisk::stall, ArtifactDisk::goOn);
      case CLOCK_STEP -> during(fault, SteppedClock::ahead, SteppedClock::right);
    }
  }

  private void pause(Fault fault) {
    List<ProcessHandle> paused = processes.of(fault.target());
    Processes.signal("STOP", paused);
    try {
      rest(fault);
    } finally {
      Processes.signal("CONT", paused);
    }
  }

  private interface Step {
    void take() throws IOException;
  }

  private static void during(Fault fault, Step begin, Step end) {
    try {
      begin.take();
      try {
        rest(fault);
      } finally {
        end.take();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void rest(Fault fault) {
    try {
      Thread.sleep(fault.lasts().toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
