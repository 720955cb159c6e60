package org.motifworks.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.motifworks.system.ArtifactDisk;
import org.motifworks.system.Leases;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.SmallModel;
import org.motifworks.system.fault.Fault.Target;

/**
 * Schedules of faults, one after the other on one running system, with the same invariants after
 * each: nothing is lost, nothing is done twice, nothing is half done.
 *
 * <p>A build runs a few seeds. Many, for a night: {@code ./mvnw verify -pl system-tests -am
 * -Dit.test=FaultScheduleST -Dfault.first=1 -Dfault.seeds=200 -Dfault.disk=true} (the last as root
 * only). Clocks step, too, when it is started with {@code
 * LD_PRELOAD=/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1 FAKETIME_CACHE_DURATION=1
 * FAKETIME_DONT_FAKE_MONOTONIC=1 FAKETIME_FORCE_MONOTONIC_FIX=0
 * FAKETIME_TIMESTAMP_FILE=a-file-that-says-+0} (Debian's {@code faketime}; without the "fix" being
 * off, Java's timed waits return at once). One line a seed and a summary go to standard output.
 *
 * <p>The leases are cut short, and pauses with them. With {@code -Dfault.leases=default} they are
 * not: then trainer, data- and interpret-service are paused for more than 30 s in each schedule.
 */
class FaultScheduleST {

  /** Between them they kill every service, Kafka and the database, pause, poison and replay. */
  static final long BUILD_FIRST = 17_184;

  static final int BUILD_SEEDS = 3;
  private static final long FIRST = Long.getLong("fault.first", BUILD_FIRST);
  private static final int SEEDS = Integer.getInteger("fault.seeds", BUILD_SEEDS);

  @Test
  void everySchedule_losesNothing_andDoesNothingTwice() {
    SmallModel.get();
    FileScoring.prepare();
    AliasChanges.prepare();
    long begun = System.nanoTime();
    List<Long> broken = new ArrayList<>();
    try (SecondReplica trainer = new SecondReplica(Target.TRAINER);
        SecondReplica interpret = new SecondReplica(Target.INTERPRET);
        KafkaProducer<String, byte[]> producer = producer();
        Told told = new Told()) {
      Processes processes = new Processes(trainer, interpret);
      for (long seed = FIRST; seed < FIRST + SEEDS; seed++) {
        if (!holds(seed, processes, producer, told)) broken.add(seed);
        trainer.start();
        interpret.start();
      }
      System.out.printf(
          "faults: %d schedules in %d s, %d sequences, broken: %s%n",
          SEEDS, (System.nanoTime() - begun) / 1_000_000_000, told.sequences(), broken);
    }
    assertThat(broken).as("seeds after which an invariant did not hold").isEmpty();
  }

  private static boolean holds(
      long seed, Processes processes, KafkaProducer<String, byte[]> producer, Told told) {
    FaultSchedule schedule =
        Leases.areDefault()
            ? FaultSchedule.pauses(seed)
            : FaultSchedule.draw(seed, ArtifactDisk.isThere(), SteppedClock.isThere());
    long begun = System.nanoTime();
    String outcome;
    try {
      told.readOn();
      Mischief mischief = new Mischief(seed, producer, told);
      Load load = new Load(seed, producer);
      CompletableFuture<Void> faults = new FaultInjector(processes, mischief).inject(schedule);
      CompletableFuture.allOf(faults, load.begin()).get(3, TimeUnit.MINUTES);
      Awaitility.await("all services are ready again")
          .atMost(Duration.ofMinutes(2))
          .until(processes::allReady);
      Invariants invariants = new Invariants(schedule, told);
      invariants.check(load, mischief);
      outcome =
          "holds, %d taken up again, %d whole streams"
              .formatted(invariants.takenUpAgain(), load.stream().whole());
    } catch (Exception | AssertionError e) {
      outcome = "BROKEN: " + e;
    }
    System.out.printf(
        "faults: seed %d %s after %d s, %s%n",
        seed, schedule.faults(), (System.nanoTime() - begun) / 1_000_000_000, outcome);
    return outcome.startsWith("holds");
  }

  private static KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers",
            RunningSystem.bootstrapServers(),
            "acks",
            "all",
            "delivery.timeout.ms",
            180_000,
            "max.block.ms",
            180_000),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
