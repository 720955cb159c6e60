package org.motifworks.system.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.motifworks.system.Leases;
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
          Target.SECOND_INTERPRET,
          Target.GATEWAY,
          Target.KAFKA,
          Target.POSTGRES,
          Target.POSTGRES_SERVER);
  private static final Duration DISK_FULL = Duration.ofSeconds(4);

  /** Longer than the lease of jobs. */
  private static final Duration DISK_STALLED = Duration.ofSeconds(8);

  /** After it a silent consumer's partitions are another's. */
  private static final Duration SESSION = Duration.ofSeconds(10);

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

  /** Longer than the lease of jobs, or than a consumer's session. */
  private static Duration pause(Target process) {
    boolean consumes = process == Target.INTERPRET || process == Target.SECOND_INTERPRET;
    boolean session = consumes && SESSION.compareTo(Leases.length()) > 0;
    return (session ? SESSION : Leases.length()).plusSeconds(2);
  }

  /** Trainer, data- and interpret-service, each paused beyond lease and session. */
  static FaultSchedule pauses(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Fault> faults = new ArrayList<>();
    for (Target process : List.of(Target.TRAINER, Target.DATA, Target.INTERPRET)) {
      faults.add(new Fault(Kind.PAUSE, process, moment(random), pause(process)));
    }
    return new FaultSchedule(seed, List.copyOf(faults));
  }

  boolean has(Kind kind) {
    return faults.stream().anyMatch(fault -> fault.kind() == kind);
  }

  /**
   * Whether a job may have lost its worker three times. A fault loses it once at most: when it
   * stops one of those who do such work, or the database, disk or clock that all work with.
   *
   * @param workers who do it
   */
  boolean mayLoseThrice(Set<Target> workers) {
    return faults.stream().filter(fault -> mayLose(fault, workers)).count() >= 3;
  }

  private static boolean mayLose(Fault fault, Set<Target> workers) {
    return switch (fault.kind()) {
      case KILL, PAUSE ->
          workers.contains(fault.target())
              || fault.target() == Target.POSTGRES
              || fault.target() == Target.POSTGRES_SERVER;
      case STALLED_DISK, CLOCK_STEP -> true;
      case POISON, REPLAY, FULL_DISK -> false;
    };
  }
}
