package org.motifworks.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.motifworks.system.fault.Fault.Kind;
import org.motifworks.system.fault.Fault.Target;

class FaultScheduleTest {

  /** Whoever changes how schedules are drawn must find other seeds for the build. */
  @Test
  void seedsOfABuild_killEveryService_kafkaAndTheDatabase_pause_poison_andReplay() {
    List<Fault> faults =
        LongStream.range(0, FaultScheduleST.BUILD_SEEDS)
            .mapToObj(i -> FaultSchedule.draw(FaultScheduleST.BUILD_FIRST + i, false, false))
            .flatMap(schedule -> schedule.faults().stream())
            .toList();
    Set<Target> killed = EnumSet.noneOf(Target.class);
    Set<Target> paused = EnumSet.noneOf(Target.class);
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (Fault fault : faults) {
      kinds.add(fault.kind());
      if (fault.kind() == Kind.KILL) killed.add(fault.target());
      if (fault.kind() == Kind.PAUSE) paused.add(fault.target());
    }
    assertThat(killed)
        .contains(
            Target.DATA,
            Target.TRAINER,
            Target.INTERPRET,
            Target.GATEWAY,
            Target.KAFKA,
            Target.POSTGRES_SERVER);
    assertThat(paused).contains(Target.SECOND_INTERPRET);
    assertThat(kinds).contains(Kind.PAUSE, Kind.POISON, Kind.REPLAY);
  }

  @Test
  void sameSeed_isTheSameSchedule() {
    assertThat(FaultSchedule.draw(5, true, true)).isEqualTo(FaultSchedule.draw(5, true, true));
    assertThat(FaultSchedule.draw(5, true, true)).isNotEqualTo(FaultSchedule.draw(6, true, true));
  }

  @Test
  void job_mayLoseItsWorkerThrice_onlyByThreeFaultsThatReachIt() {
    Set<Target> data = Set.of(Target.DATA);
    Fault kill = fault(Kind.KILL, Target.DATA);
    Fault pause = fault(Kind.PAUSE, Target.DATA);
    Fault database = fault(Kind.KILL, Target.POSTGRES_SERVER);
    Fault clock = fault(Kind.CLOCK_STEP, Target.CLOCK);

    assertThat(of(kill, pause, database).mayLoseThrice(data)).isTrue();
    assertThat(of(kill, pause, clock).mayLoseThrice(data)).isTrue();
    assertThat(of(kill, pause).mayLoseThrice(data)).isFalse();
    assertThat(of(kill, pause, database).mayLoseThrice(Set.of(Target.WORKER))).isFalse();
    assertThat(
            of(kill, pause, fault(Kind.KILL, Target.KAFKA), fault(Kind.REPLAY, Target.TOPICS))
                .mayLoseThrice(data))
        .isFalse();
  }

  private static Fault fault(Kind kind, Target target) {
    return new Fault(kind, target, Duration.ZERO, Duration.ZERO);
  }

  private static FaultSchedule of(Fault... faults) {
    return new FaultSchedule(1, List.of(faults));
  }
}
