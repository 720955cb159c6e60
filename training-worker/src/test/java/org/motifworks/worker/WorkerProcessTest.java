package org.motifworks.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.training.AttemptExit;
import org.motifworks.contracts.training.AttemptMessage;
import org.motifworks.contracts.training.AttemptSpec;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.contracts.training.WorkerEnvironment;
import org.motifworks.core.architecture.TrainingPresets;

/** The worker as its parent sees it: a process with lines, signals and an exit code. */
class WorkerProcessTest {

  @TempDir static Path shared;
  @TempDir Path folder;

  @BeforeAll
  static void writeDataset() throws IOException {
    TinyData.write(shared.resolve("dataset"), 400, 100, 260, 3);
  }

  private Process start(Path specification) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(WorkerEnvironment.jvmFlags(256));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.add(specification.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .putAll(WorkerEnvironment.variables(1, Path.of(System.getenv("DJL_CACHE_DIR"))));
    return builder.redirectError(folder.resolve("log").toFile()).start();
  }

  private Path specification(String output, int epochs) throws IOException {
    Path file = folder.resolve(output + ".json");
    new AttemptSpec(
            "test",
            shared.resolve("dataset").toString(),
            "0000",
            TinyData.architecture(),
            TrainingPresets.withOverrides(
                new ObjectMapper()
                    .readTree(
                        "{\"batchSize\":32,\"patience\":"
                            + epochs
                            + ",\"maximumEpochs\":"
                            + epochs
                            + "}")),
            3,
            1,
            ComputeDevice.CPU,
            folder.resolve(output).toString(),
            folder.resolve(output + "-checkpoint").toString())
        .write(file);
    return file;
  }

  /**
   * Reads messages until one mentions {@code text} or the output ends; every line must be a
   * message.
   */
  private static List<AttemptMessage> readUntil(BufferedReader lines, String text)
      throws IOException {
    List<AttemptMessage> messages = new ArrayList<>();
    String line = lines.readLine();
    while (line != null) {
      messages.add(AttemptMessage.parse(line));
      if (line.contains(text)) {
        return messages;
      }
      line = lines.readLine();
    }
    return messages;
  }

  private static Map<String, List<Byte>> bytesOf(Path root) throws IOException {
    Map<String, List<Byte>> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
        List<Byte> bytes = new ArrayList<>();
        for (byte b : Files.readAllBytes(path)) {
          bytes.add(b);
        }
        files.put(root.relativize(path).toString(), bytes);
      }
    }
    return files;
  }

  @Test
  void workerKilledInMidRun_andStartedAgain_writesTheBytesOfAnUndisturbedOne() throws Exception {
    Process undisturbed = start(specification("whole", 6));
    try (BufferedReader lines = undisturbed.inputReader(StandardCharsets.UTF_8)) {
      List<AttemptMessage> messages = readUntil(lines, "\"succeeded\"");
      assertThat(messages.get(messages.size() - 1)).isInstanceOf(AttemptMessage.Succeeded.class);
      assertThat(lines.readLine()).isNull();
    }
    assertThat(undisturbed.waitFor()).isEqualTo(AttemptExit.SUCCEEDED);

    Path specification = specification("killed", 6);
    Process killed = start(specification);
    try (BufferedReader lines = killed.inputReader(StandardCharsets.UTF_8)) {
      readUntil(lines, "\"epoch\":2,");
      killed.destroyForcibly().waitFor();
    }
    Process again = start(specification);
    try (BufferedReader lines = again.inputReader(StandardCharsets.UTF_8)) {
      List<AttemptMessage> messages = readUntil(lines, "\"succeeded\"");
      assertThat(((AttemptMessage.Started) messages.get(0)).firstEpoch()).isGreaterThan(2);
    }
    assertThat(again.waitFor()).isEqualTo(AttemptExit.SUCCEEDED);
    assertThat(bytesOf(folder.resolve("killed"))).isEqualTo(bytesOf(folder.resolve("whole")));
  }

  @Test
  void endOfStandardInput_endsTheWorker() throws Exception {
    Process worker = start(specification("orphan", 100_000));
    try (BufferedReader lines = worker.inputReader(StandardCharsets.UTF_8)) {
      readUntil(lines, "\"started\"");
      worker.getOutputStream().close();
      assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(worker.exitValue()).isEqualTo(AttemptExit.PARENT_GONE);
  }

  @Test
  void unreadableSpecification_endsWithItsOwnExitCode() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken.json"), "{\"label\":");
    Process worker = start(broken);
    try (BufferedReader lines = worker.inputReader(StandardCharsets.UTF_8)) {
      assertThat(lines.readLine()).isNull();
    }
    assertThat(worker.waitFor()).isEqualTo(AttemptExit.UNUSABLE_SPECIFICATION);
    assertThat(Files.readString(folder.resolve("log"))).contains("Unusable specification");
  }
}
