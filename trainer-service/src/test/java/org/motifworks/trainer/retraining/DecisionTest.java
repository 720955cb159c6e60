package org.motifworks.trainer.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.trainer.dataset.KnownDataset;
import org.motifworks.trainer.retraining.Decision.State;
import org.motifworks.trainer.retraining.Trigger.Kind;

/** What a series waits for, at a fixed moment. */
class DecisionTest {

  private static final Instant NOW = Instant.parse("2026-11-23T15:30:00Z");

  /** Ten minutes of quiet, a hundred new records, two runs a day, and one every week. */
  private static final RetrainingPolicy POLICY = policy(true);

  private static final KnownDataset DATASET =
      new KnownDataset(
          "01D",
          "peaks",
          new ArtifactRef("datasets/01D/1", "a".repeat(64)),
          List.of("A"),
          200,
          1000,
          false);

  @Test
  void noTrigger_isIdle_untilTheSchedule() {
    Decision decision = Decision.of(POLICY, standing(Set.of(), 60, 0, 0));
    assertThat(decision.state()).isEqualTo(State.IDLE);
    assertThat(decision.next()).contains(NOW.plus(Duration.ofDays(6)));
  }

  @Test
  void freshData_waitsForQuiet_andSaysUntilWhen() {
    Decision decision = Decision.of(POLICY, standing(Set.of(Kind.DATASET), 4, 500, 0));
    assertThat(decision.state()).isEqualTo(State.WAITING_FOR_QUIET);
    assertThat(decision.next()).contains(NOW.plus(Duration.ofMinutes(6)));
  }

  @Test
  void fewRecords_areWaitedFor_andEnoughStartARun() {
    assertThat(state(Set.of(Kind.DATASET), 10, 99, 0)).isEqualTo(State.WAITING_FOR_RECORDS);
    assertThat(state(Set.of(Kind.DATASET), 10, 100, 0)).isEqualTo(State.STARTING);
    assertThat(state(Set.of(Kind.SCHEDULE), 10, 0, 0)).isEqualTo(State.WAITING_FOR_RECORDS);
  }

  @Test
  void drift_waitsForQuiet_andForSomeNewData_butNotForTheMinimum() {
    assertThat(state(Set.of(Kind.DRIFT), 0, 0, 0)).isEqualTo(State.WAITING_FOR_RECORDS);
    assertThat(state(Set.of(Kind.DRIFT), 0, 1, 0)).isEqualTo(State.STARTING);
    assertThat(state(Set.of(Kind.DRIFT), 0, 1, 2)).isEqualTo(State.WAITING_FOR_BUDGET);
    assertThat(state(Set.of(Kind.DRIFT, Kind.DATASET), 4, 1, 0)).isEqualTo(State.WAITING_FOR_QUIET);
    assertThat(state(Set.of(Kind.DRIFT, Kind.DATASET), 10, 1, 0)).isEqualTo(State.STARTING);
  }

  @Test
  void driftThatIsMinded_isMoreThanThePolicyAllows() {
    assertThat(POLICY.isDrift(0.1)).isFalse();
    assertThat(POLICY.isDrift(0.101)).isTrue();
    assertThat(named("peaks").isDrift(1)).isFalse();
  }

  @Test
  void spentBudget_waitsForTheNextDayOfUtc() {
    Decision decision = Decision.of(POLICY, standing(Set.of(Kind.DATASET), 10, 100, 2));
    assertThat(decision.state()).isEqualTo(State.WAITING_FOR_BUDGET);
    assertThat(decision.next()).contains(Instant.parse("2026-11-24T00:00:00Z"));
    assertThat(decision.why()).contains("2 of 2");
    assertThat(state(Set.of(Kind.PERSON), 10, 100, 2)).isEqualTo(State.WAITING_FOR_BUDGET);
  }

  @Test
  void person_waitsForNeitherQuietNorRecords() {
    assertThat(state(Set.of(Kind.PERSON, Kind.DATASET), 0, 0, 1)).isEqualTo(State.STARTING);
  }

  @Test
  void policyThatIsOff_startsForAPersonOnly() {
    RetrainingPolicy off = policy(false);
    assertThat(Decision.of(off, standing(Set.of(Kind.DATASET), 60, 500, 0)).state())
        .isEqualTo(State.OFF);
    assertThat(Decision.of(off, standing(Set.of(Kind.PERSON), 60, 500, 0)).state())
        .isEqualTo(State.STARTING);
  }

  @Test
  void missingDataset_isNamed() {
    Standing standing =
        new Standing(NOW, Set.of(Kind.SCHEDULE), Optional.empty(), NOW, Optional.empty(), 0, 0);
    Decision decision = Decision.of(POLICY, standing);
    assertThat(decision.state()).isEqualTo(State.WAITING_FOR_DATASET);
    assertThat(decision.why()).contains("peaks*");
  }

  @Test
  void pattern_standsForNamesThatBeginAlike_andADotForItself() {
    assertThat(POLICY.wants("peaks-2026")).isTrue();
    assertThat(POLICY.wants("other-peaks")).isFalse();
    assertThat(named("a.b").wants("aXb")).isFalse();
    assertThat(named("a.b").wants("a.b")).isTrue();
  }

  private static State state(Set<Kind> waiting, int quietMinutes, long newRecords, int runs) {
    return Decision.of(POLICY, standing(waiting, quietMinutes, newRecords, runs)).state();
  }

  private static Standing standing(Set<Kind> waiting, int quietMinutes, long newRecords, int runs) {
    return new Standing(
        NOW,
        waiting,
        waiting.contains(Kind.DATASET)
            ? Optional.of(NOW.minus(Duration.ofMinutes(quietMinutes)))
            : Optional.empty(),
        NOW.minus(Duration.ofDays(1)),
        Optional.of(DATASET),
        newRecords,
        runs);
  }

  private static RetrainingPolicy policy(boolean enabled) {
    return new RetrainingPolicy(
        enabled,
        "peaks*",
        TextNode.valueOf("cnn-25"),
        null,
        null,
        null,
        Duration.ofMinutes(10),
        100L,
        2,
        Duration.ofDays(7),
        0.1);
  }

  private static RetrainingPolicy named(String dataset) {
    return new RetrainingPolicy(
        null, dataset, TextNode.valueOf("cnn-25"), null, null, null, null, null, null, null, null);
  }
}
