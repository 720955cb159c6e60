package org.motifworks.standalone.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.motifworks.contracts.bench.BenchMessage;
import org.motifworks.contracts.bench.BenchMessage.Progress;
import org.motifworks.contracts.training.VectorModule;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.home.ProjectHome;

/**
 * The process that measures, on the training worker's class path: only there are the engines. It
 * ends when this one does, since its standard input does.
 */
public final class BenchProcess {

  private static final String MAIN_CLASS = "org.motifworks.worker.bench.BenchMain";
  private static final int HEAP_MEGABYTES = 512;

  private final ProjectHome home;
  private final DataFolder folder;

  public BenchProcess(ProjectHome home, DataFolder folder) {
    this.home = home;
    this.folder = folder;
  }

  /** What it writes besides messages. */
  public Path log() {
    return folder.log("bench");
  }

  /**
   * Measures.
   *
   * @param slots training processes at once
   * @param secondsEach for each path of each architecture
   * @return the last message; failed when the process ended without one
   */
  public BenchMessage run(int slots, double secondsEach, Consumer<Progress> progress)
      throws IOException, InterruptedException {
    folder.create();
    Path scratch = folder.work().resolve("bench");
    delete(scratch);
    Files.createDirectories(scratch);
    Process process = start(slots, secondsEach, scratch);
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        BenchMessage message = BenchMessage.parse(line);
        if (!(message instanceof Progress step)) return message;
        progress.accept(step);
      }
      return new BenchMessage.Failed("the process ended with exit code " + process.waitFor());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
      delete(scratch);
    }
  }

  private Process start(int slots, double secondsEach, Path scratch) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + HEAP_MEGABYTES + "m");
    command.addAll(VectorModule.scanFlags());
    command.addAll(List.of("-cp", home.workerFolder() + File.separator + "*", MAIN_CLASS));
    command.addAll(
        List.of(Integer.toString(slots), scratch.toString(), Double.toString(secondsEach)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("DJL_CACHE_DIR", folder.work().resolve("engine").toString());
    return builder.redirectError(log().toFile()).start();
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) return;
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
