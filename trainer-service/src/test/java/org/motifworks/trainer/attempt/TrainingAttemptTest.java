package org.motifworks.trainer.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.TrainingPresets;

/** A real child process on the other side of the pipe. */
@Timeout(60)
class TrainingAttemptTest {

  @TempDir Path folder;

  @Test
  void messages_comeInOrder_andTheLastDecides() throws Exception {
    List<AttemptMessage> messages = new ArrayList<>();
    AttemptOutcome outcome = run("succeeds", messages);
    assertThat(messages).hasSize(3);
    assertThat(messages.subList(0, 2))
        .extracting(message -> ((AttemptMessage.EpochEnded) message).epoch())
        .containsExactly(1, 2);
    assertThat(outcome).isInstanceOf(AttemptOutcome.Succeeded.class);
  }

  @Test
  void failureTheWorkerExplains_keepsItsCode() throws Exception {
    AttemptOutcome outcome = run("fails", new ArrayList<>());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AttemptOutcome.Failed.class,
            failed -> assertThat(failed.message().code()).isEqualTo("training.diverged"));
  }

  @Test
  void crash_isLost_andShowsTheEndOfTheLog() throws Exception {
    AttemptOutcome outcome = run("crashes", new ArrayList<>());
    assertThat(outcome)
        .isInstanceOfSatisfying(
            AttemptOutcome.Lost.class,
            lost ->
                assertThat(lost.reason())
                    .contains("exit code 134")
                    .contains("a native library said goodbye"));
  }

  @Test
  void lineThatIsNoMessage_isPassedOver() throws Exception {
    List<AttemptMessage> messages = new ArrayList<>();
    assertThat(run("chatters", messages)).isInstanceOf(AttemptOutcome.Succeeded.class);
    assertThat(messages).hasSize(1);
  }

  @Test
  void threads_areInTheEnvironmentBeforeTheStart() throws Exception {
    try (TrainingAttempt attempt = start("fails")) {
      while (!attempt.ended()) attempt.next(Duration.ofMillis(100));
      assertThat(attempt.logTail()).contains("fails with 3 threads");
    }
  }

  @Test
  void close_killsAProcessThatStillRuns() throws Exception {
    long pid;
    try (TrainingAttempt attempt = start("hangs")) {
      pid = attempt.pid();
      assertThat(ProcessHandle.of(pid)).isPresent();
      assertThat(attempt.ended()).isFalse();
    }
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  private AttemptOutcome run(String script, List<AttemptMessage> messages) throws Exception {
    try (TrainingAttempt attempt = start(script)) {
      Optional<AttemptMessage> last = Optional.empty();
      while (!attempt.ended()) {
        Optional<AttemptMessage> message = attempt.next(Duration.ofMillis(200));
        message.ifPresent(messages::add);
        if (message.isPresent()) last = message;
      }
      return attempt.outcome(last);
    }
  }

  private TrainingAttempt start(String script) throws IOException {
    AttemptSpec spec =
        new AttemptSpec(
            script,
            folder.toString(),
            "0".repeat(64),
            ArchitecturePresets.named("cnn-25"),
            TrainingPresets.named(TrainingPresets.DEFAULT),
            1,
            3,
            ComputeDevice.CPU,
            folder.resolve("out").toString(),
            folder.resolve("checkpoint").toString());
    return TrainingAttempt.start(command(), spec, folder.resolve("attempt"));
  }

  /**
   * The class path of this test, as a folder holds it, is given in full: the scripted worker lies
   * in test classes.
   */
  private WorkerCommand command() {
    return new WorkerCommand(
        Path.of(System.getProperty("java.home"), "bin", "java"),
        System.getProperty("java.class.path"),
        ScriptedWorker.class.getName(),
        64,
        folder.resolve("engine"));
  }
}
