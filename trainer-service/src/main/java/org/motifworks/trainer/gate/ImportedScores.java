package org.motifworks.trainer.gate;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.contracts.training.AttemptExit;
import org.motifworks.core.npy.NpyFloatArray;
import org.motifworks.core.npy.NpyReader;
import org.motifworks.kit.problem.Problem;
import org.motifworks.trainer.attempt.WorkerCommand;
import org.motifworks.trainer.attempt.WorkerSettings;

/**
 * Scores of models that were made elsewhere, which no training has left. A worker process computes
 * them: this service loads no native library, and a graph that is not ours has a memory and an end
 * of its own.
 */
@ApplicationScoped
class ImportedScores {

  private static final String MAIN_CLASS = "org.motifworks.worker.score.ScoreMain";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PULSE = Duration.ofMillis(500);

  private final WorkerSettings settings;
  private final WorkerCommand command;

  ImportedScores(WorkerSettings settings) {
    this.settings = settings;
    this.command = WorkerCommand.of(settings, MAIN_CLASS);
  }

  /**
   * Logits of a test split, {@code [N, classes]}.
   *
   * @param model folder of the imported model
   * @param dataset folder of the dataset with the split
   * @param alive told again and again while it goes on; what it throws ends the worker
   * @throws Problem {@code judgement.not-scored} when the graph gives no finite logits, or none
   *     within ten minutes
   */
  NpyFloatArray of(Path model, Path dataset, Runnable alive) throws IOException {
    Path root = Files.createDirectories(settings.folder().resolve("scores"));
    Path folder = Files.createTempDirectory(root, "imported-");
    Path logits = folder.resolve("logits.npy");
    Path log = folder.resolve("worker.log");
    try {
      run(command.arguments(model.resolve(ModelFiles.PREDICT), dataset, logits), log, alive);
      return NpyReader.readFloats(logits);
    } finally {
      for (Path each : List.of(logits, log, folder)) Files.deleteIfExists(each);
    }
  }

  private void run(List<String> arguments, Path log, Runnable alive) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(arguments).redirectErrorStream(true);
    builder.redirectOutput(log.toFile()).environment().putAll(command.environment(1));
    Process worker = builder.start();
    try {
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (!worker.waitFor(PULSE.toMillis(), TimeUnit.MILLISECONDS)) {
        alive.run();
        if (System.nanoTime() < deadline) continue;
        throw notScored("none came within " + PATIENCE.toMinutes() + " minutes.");
      }
      if (worker.exitValue() != AttemptExit.SUCCEEDED) throw notScored(lastLine(log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a worker scored", e);
    } finally {
      worker.destroyForcibly().onExit().join();
    }
  }

  private static String lastLine(Path log) throws IOException {
    List<String> lines = Files.readAllLines(log);
    return lines.isEmpty() ? "its worker was lost" : lines.get(lines.size() - 1);
  }

  private static Problem notScored(String why) {
    return new Problem(
        422,
        "judgement.not-scored",
        "A model without scores of the test split",
        "The imported model has no scores of the series' test split: " + why,
        "Give the alias by force, with a reason.");
  }
}
