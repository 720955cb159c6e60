package org.motifworks.system.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.motifworks.contracts.event.Topic;
import org.motifworks.system.PublicDoor;
import org.motifworks.system.RunningSystem;
import org.motifworks.system.fault.Fault.Kind;
import org.motifworks.system.fault.Fault.Target;

/** What must be true after every schedule, looked at from outside: REST, Kafka, and the disk. */
final class Invariants {

  private static final Duration LONG = Duration.ofSeconds(120);
  private static final Set<Target> DATA = Set.of(Target.DATA);
  private static final Set<Target> TRAINERS =
      Set.of(Target.TRAINER, Target.SECOND_TRAINER, Target.WORKER);

  private final FaultSchedule schedule;
  private final Told told;
  private final PublicDoor door = RunningSystem.door();
  private int takenUpAgain;

  Invariants(FaultSchedule schedule, Told told) {
    this.schedule = schedule;
    this.told = told;
  }

  /**
   * Waits for what is under way, then checks.
   *
   * @throws AssertionError that says which invariant does not hold
   */
  void check(Load load, Mischief mischief) {
    for (String id : load.datasets()) endedOnce("/v1/datasets/", id, Topic.DATASETS, DATA);
    for (String id : load.runs()) run(id);
    JsonNode requested = ended("/v1/datasets/" + load.requestedName());
    endedOnce("/v1/datasets/", requested.get("id").asText(), Topic.DATASETS, DATA);
    assertThat(
            door.get("/v1/datasets?limit=100").body().split("\"" + load.requestedName() + "\"", -1))
        .as("datasets named " + load.requestedName())
        .hasSize(2);
    scoring(load.scoring());
    aliases(load.aliases());
    load.stream().checkAnswered();
    eventually("every sequence has an outcome", () -> told.unanswered().isEmpty());
    assertThat(told.answeredTwice()).as("sequences with two outcomes").isEmpty();
    eventually(
        "every poison is in the dead letters",
        () -> told.deadLetters().containsAll(mischief.poisons()));
  }

  /** Datasets and runs that were done by another attempt than the first. */
  int takenUpAgain() {
    return takenUpAgain;
  }

  private void run(String id) {
    JsonNode run = endedOnce("/v1/runs/", id, Topic.RUNS, TRAINERS);
    if (!run.get("state").asText().equals("SUCCEEDED")) return;
    JsonNode model =
        door.await(
            "/v1/models/" + id,
            LONG,
            view -> view.at("/interpretation/state").asText("").matches("READY|FAILED"));
    assertThat(model.at("/interpretation/state").asText()).as(model.toString()).isEqualTo("READY");
    Artifacts.checkWhole(model.at("/interpretation/ref"));
    toldOnce(Topic.INTERPRETATIONS.topicName() + "/" + id);
  }

  /** A terminal state in REST, one terminal fact on Kafka that says the same, a whole artifact. */
  private JsonNode endedOnce(String path, String id, Topic topic, Set<Target> workers) {
    JsonNode view = ended(path + id);
    String subject = topic.topicName() + "/" + id;
    String type = toldOnce(subject);
    String state = view.get("state").asText();
    if (state.matches("READY|SUCCEEDED")) {
      assertThat(type).matches(".*(ready|trained).*");
      JsonNode ref = view.has("ref") ? view.get("ref") : view.at("/model/ref");
      Artifacts.checkWhole(ref);
      Artifacts.checkNewest(ref);
      if (Artifacts.attempt(ref) > 1) takenUpAgain++;
    } else {
      assertThat(state).as(view.toString()).isEqualTo("FAILED");
      assertThat(type).contains("failed");
      assertThat(view.at("/problem/code").asText()).as(view.toString()).isIn(excuses(workers));
    }
    return view;
  }

  private void scoring(FileScoring scoring) {
    JsonNode view = ended(scoring.path());
    if (view.get("state").asText().equals("SUCCEEDED")) {
      scoring.checkTable(view);
    } else {
      assertThat(view.at("/problem/code").asText()).as(view.toString()).isIn(excuses(DATA));
    }
  }

  /** Each change is told once, and the last one is what scoring by the alias's name means. */
  private void aliases(AliasChanges aliases) {
    aliases
        .done()
        .forEach(
            (generation, model) -> {
              eventually(
                  "generation " + generation + " is told",
                  () -> !told.promotions(AliasChanges.SUBJECT, generation).isEmpty());
              assertThat(told.promotions(AliasChanges.SUBJECT, generation).values())
                  .containsExactly(model);
            });
    eventually("the alias's last change is served", aliases::isServed);
  }

  /** The type of the one fact that says how this ended. */
  private String toldOnce(String subject) {
    eventually("the end of " + subject + " is told", () -> !told.endings(subject).isEmpty());
    assertThat(told.endings(subject)).as("terminal facts of " + subject).hasSize(1);
    return told.endings(subject).values().iterator().next();
  }

  /** Reasons for which a schedule may make work fail. */
  private Set<String> excuses(Set<Target> workers) {
    Set<String> excuses = new HashSet<>();
    if (schedule.mayLoseThrice(workers)) excuses.add("job.worker-lost");
    if (schedule.has(Kind.FULL_DISK)) {
      excuses.add("artifact.store-full");
      excuses.add("worker.input-output");
    }
    return excuses;
  }

  private JsonNode ended(String path) {
    return door.awaitEnd(path, LONG);
  }

  private void eventually(String what, BooleanSupplier condition) {
    Awaitility.await(what)
        .atMost(LONG)
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> {
              told.readOn();
              return condition.getAsBoolean();
            });
  }
}
