package org.motifworks.trainer.attempt;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.motifworks.contracts.training.WorkerEnvironment;

/**
 * The command that starts a worker's JVM.
 *
 * @param java the java executable
 * @param classpath as for {@code java -cp}
 * @param mainClass of the worker
 * @param heapMegabytes its Java heap
 * @param engineCache folder where the engine unpacks its libraries, shared by all workers of this
 *     machine
 */
public record WorkerCommand(
    Path java, String classpath, String mainClass, int heapMegabytes, Path engineCache) {

  static final String TRAINING = "org.motifworks.worker.Main";

  /**
   * @param mainClass one of the worker's
   */
  public static WorkerCommand of(WorkerSettings settings, String mainClass) {
    return new WorkerCommand(
        settings.java(),
        settings.classpath().toAbsolutePath() + "/*",
        mainClass,
        settings.heapMegabytes(),
        settings.folder().resolve("engine"));
  }

  /** The command line; the main class is given the files' absolute paths. */
  public List<String> arguments(Path... files) {
    List<String> arguments = new ArrayList<>();
    arguments.add(java.toString());
    arguments.addAll(WorkerEnvironment.jvmFlags(heapMegabytes));
    arguments.add("-cp");
    arguments.add(classpath);
    arguments.add(mainClass);
    for (Path file : files) arguments.add(file.toAbsolutePath().toString());
    return arguments;
  }

  /** Environment variables, which native code reads before {@code main}. */
  public Map<String, String> environment(int threads) {
    return WorkerEnvironment.variables(threads, engineCache);
  }
}
