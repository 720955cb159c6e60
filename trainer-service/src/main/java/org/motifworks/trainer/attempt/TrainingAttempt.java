package org.motifworks.trainer.attempt;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.motifworks.contracts.training.AttemptExit;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;

/**
 * A running worker process. Its standard output carries messages, its standard error goes to a log
 * file, and its standard input stays open: when this JVM dies, however it dies, the worker reads
 * the end of it and stops too.
 *
 * <p>Used by one thread; {@link #close} kills the process if it still runs and waits until it is
 * gone, so that no two attempts ever write to the same checkpoint.
 */
final class TrainingAttempt implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(TrainingAttempt.class);
  private static final int LOG_TAIL_LINES = 12;

  /** What the reading thread hands over; {@code END} stands for the end of standard output. */
  private static final String END = "";

  private final Process process;
  private final Path log;
  private final String label;
  private final BlockingQueue<String> lines = new ArrayBlockingQueue<>(256);
  private boolean ended;

  private TrainingAttempt(Process process, Path log, String label) {
    this.process = process;
    this.log = log;
    this.label = label;
  }

  /**
   * Starts a worker.
   *
   * @param folder of this attempt; receives the specification and the worker's log
   * @throws IOException when the folder cannot be written or the process not be started
   */
  static TrainingAttempt start(WorkerCommand command, AttemptSpec spec, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Files.createDirectories(command.engineCache());
    Path specification = folder.resolve("attempt.json");
    spec.write(specification);
    Path log = folder.resolve("worker.log");
    ProcessBuilder builder =
        new ProcessBuilder(command.arguments(specification))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(command.environment(spec.threads()));
    TrainingAttempt attempt = new TrainingAttempt(builder.start(), log, spec.label());
    attempt.readLines();
    LOG.infof("%s is trained by process %d", spec.label(), attempt.process.pid());
    return attempt;
  }

  long pid() {
    return process.pid();
  }

  /** Processor time used so far: it grows as long as the worker computes. */
  Duration processorTime() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * Waits for the worker's next message.
   *
   * @return empty when none came in time, or when standard output has ended; then {@link #ended}
   *     tells which
   */
  Optional<AttemptMessage> next(Duration timeout) throws InterruptedException {
    String line = lines.poll(timeout.toMillis(), TimeUnit.MILLISECONDS);
    if (line == null) return Optional.empty();
    if (line.equals(END)) {
      process.waitFor();
      ended = true;
      return Optional.empty();
    }
    try {
      return Optional.of(AttemptMessage.parse(line));
    } catch (JsonProcessingException e) {
      LOG.warnf("%s: its worker printed a line that is no message: %s", label, line);
      return Optional.empty();
    }
  }

  /** Whether the process is gone and everything it said was read. */
  boolean ended() {
    return ended;
  }

  /** How it ended, given the last message it sent; only after {@link #ended}. */
  AttemptOutcome outcome(Optional<AttemptMessage> last) {
    int exit = process.exitValue();
    if (exit == AttemptExit.SUCCEEDED
        && last.orElse(null) instanceof AttemptMessage.Succeeded succeeded) {
      return new AttemptOutcome.Succeeded(succeeded);
    }
    if (last.orElse(null) instanceof AttemptMessage.Failed failed) {
      return new AttemptOutcome.Failed(failed);
    }
    return new AttemptOutcome.Lost("the worker ended with exit code " + exit + logTail());
  }

  /** The last lines of the worker's log, for the message of a lost one. */
  String logTail() {
    try {
      List<String> all = Files.readAllLines(log);
      if (all.isEmpty()) return "";
      return "; its log ends with: "
          + String.join(" | ", all.subList(Math.max(0, all.size() - LOG_TAIL_LINES), all.size()));
    } catch (IOException e) {
      return "; its log cannot be read: " + e.getMessage();
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readLines() {
    Thread reader = new Thread(this::pump, "worker-output-" + process.pid());
    reader.setDaemon(true);
    reader.start();
  }

  private void pump() {
    try {
      try (BufferedReader out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          if (!line.isEmpty()) lines.put(line);
        }
      } catch (IOException e) {
        // The pipe breaks when the process is killed; what it said before has been read.
        LOG.debugf("%s: its worker's output ended: %s", label, e.getMessage());
      }
      lines.put(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
