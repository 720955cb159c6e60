package org.motifworks.worker.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.motifworks.contracts.training.VectorModule;
import org.motifworks.contracts.training.WorkerEnvironment;

/** A {@link TrainingMain} of this program's own class path; closing it ends it. */
final class TrainingProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 300;
  private static final String ENDED = "";

  private final Process process;
  private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(16);

  private TrainingProcess(Process process) {
    this.process = process;
    Thread reader = new Thread(this::read, "training-answers");
    reader.setDaemon(true);
    reader.start();
  }

  /** As the product starts a worker. */
  static TrainingProcess product(String architecture, Path folder) throws IOException {
    return start(
        "product",
        architecture,
        folder,
        WorkerEnvironment.jvmFlags(256),
        WorkerEnvironment.variables(1, engineCache()));
  }

  /** As a user would start a program of DJL's: nothing set that changes how fast it is. */
  static TrainingProcess library(String architecture, Path folder) throws IOException {
    // The module is for our network, whose logits are compared with those of the library's.
    List<String> flags = new ArrayList<>(VectorModule.flags());
    flags.addAll(List.of("-Xmx1g", "-Dai.djl.offline=true"));
    return start(
        "library",
        architecture,
        folder,
        flags,
        Map.of("DJL_CACHE_DIR", engineCache().toString(), "OPT_OUT_TRACKING", "true"));
  }

  private static TrainingProcess start(
      String kind,
      String architecture,
      Path folder,
      List<String> flags,
      Map<String, String> environment)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.add("-Xrs"); // Ctrl-C ends it at once; LibTorch crashes when it is taken down at work
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TrainingMain.class.getName(), kind, architecture));
    command.add(Files.createTempDirectory(folder, kind).toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return new TrainingProcess(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Where LibTorch is unpacked; this process was started with it. */
  private static Path engineCache() {
    return Path.of(System.getenv("DJL_CACHE_DIR"));
  }

  /** Waits until it is ready; the difference it found between the two ways. */
  double ready() throws IOException, InterruptedException {
    return Double.parseDouble(answer().substring("ready ".length()));
  }

  void ask(String work) throws IOException {
    OutputStream input = process.getOutputStream();
    input.write((work + "\n").getBytes(StandardCharsets.UTF_8));
    input.flush();
  }

  String answer() throws IOException, InterruptedException {
    String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new IOException("a training process gave no answer in " + PATIENCE_SECONDS + " s");
    }
    if (answer.equals(ENDED)) {
      throw new IOException("a training process ended early, with exit code " + exitCode());
    }
    return answer;
  }

  private int exitCode() throws InterruptedException {
    return process.waitFor(10, TimeUnit.SECONDS) ? process.exitValue() : -1;
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        answers.put(line);
      }
    } catch (IOException e) {
      System.err.println("the output of a training process broke: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    answers.offer(ENDED);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
