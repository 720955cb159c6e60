package org.motifworks.system.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.motifworks.system.fault.Fault.Kind;
import org.motifworks.system.fault.Fault.Target;

/** What goes wrong when; the same seed gives the same schedule. */
record FaultSchedule(long seed, List<Fault> faults) {

  /** All faults begin within it. */
  static final Duration LENGTH = Duration.ofSeconds(8);

  private static final List<Target> PROCESSES =
      List.of(
          Target.DATA,
          Target.TRAINER,
          Target.SECOND_TRAINER,
          Target.WORKER,
          Target.INTERPRET,
          Target.GATEWAY,
          Target.KAFKA,
          Target.POSTGRES,
          Target.POSTGRES_SERVER);
  private static final Duration DISK_FULL = Duration.ofSeconds(4);

  /** Longer than the lease of jobs. */
  private static final Duration DISK_STALLED = Duration.ofSeconds(8);

  private static final Duration CLOCK_WRONG = Duration.ofSeconds(5);

  /**
   * Two to four faults; and beyond these, where they can be made, a stalled disk every third time
   * and a wrong clock every other time.
   *
   * @param ownDisk whether the artifacts have a disk of their own
   * @param ownClock whether the system has a clock of its own
   */
  static FaultSchedule draw(long seed, boolean ownDisk, boolean ownClock) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Fault> faults = new ArrayList<>();
    int count = random.nextInt(2, 5);
    for (int i = 0; i < count; i++) faults.add(one(random, ownDisk));
    if (ownDisk && random.nextInt(3) == 0) {
      faults.add(new Fault(Kind.STALLED_DISK, Target.ARTIFACTS, moment(random), DISK_STALLED));
    }
    if (ownClock && random.nextInt(2) == 0) {
      faults.add(new Fault(Kind.CLOCK_STEP, Target.CLOCK, moment(random), CLOCK_WRONG));
    }
    return new FaultSchedule(seed, List.copyOf(faults));
  }

  private static Duration moment(SplittableRandom random) {
    return Duration.ofMillis(random.nextLong(LENGTH.toMillis()));
  }

  private static Fault one(SplittableRandom random, boolean ownDisk) {
    Duration at = moment(random);
    Target process = PROCESSES.get(random.nextInt(PROCESSES.size()));
    int kind = random.nextInt(20);
    if (kind < 11) return new Fault(Kind.KILL, process, at, Duration.ZERO);
    if (kind < 15) return new Fault(Kind.PAUSE, process, at, pause(process));
    if (kind < 17) return new Fault(Kind.POISON, Target.TOPICS, at, Duration.ZERO);
    if (kind < 19 || !ownDisk) return new Fault(Kind.REPLAY, Target.TOPICS, at, Duration.ZERO);
    return new Fault(Kind.FULL_DISK, Target.ARTIFACTS, at, DISK_FULL);
  }

  /** Longer than the lease of jobs (6 s), or than a consumer's session (10 s). */
  private static Duration pause(Target process) {
    return Duration.ofSeconds(process == Target.INTERPRET ? 12 : 8);
  }

  boolean has(Kind kind) {
    return faults.stream().anyMatch(fault -> fault.kind() == kind);
  }
}
