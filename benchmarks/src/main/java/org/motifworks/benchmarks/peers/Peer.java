package org.motifworks.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

/**
 * A script of {@code benchmarks/peers} with one setting.
 *
 * @param name for people
 * @param path the path of {@code bench} that it does: {@code train}, {@code predict} or {@code
 *     saliency}
 * @param script file name
 * @param arguments what follows the architecture's file
 */
record Peer(String name, String path, String script, List<String> arguments) {

  private static final Path SCRIPTS = Path.of("benchmarks/peers");
  private static final Path ARCHITECTURES =
      Path.of("motif-core/src/main/resources/org/motifworks/core/architecture");
  private static final int MINUTES = 10;

  /** All, with the processors shared out in every way that can be the best one. */
  static List<Peer> all(int processors, double seconds) {
    String every = Integer.toString(processors);
    String patience = Double.toString(seconds);
    List<Peer> peers = new ArrayList<>();
    for (String mode : List.of("eager", "compile")) {
      String name = "PyTorch " + mode + ", ";
      peers.add(training(name + "1 process of 1 thread", "1", "1", patience, mode));
      peers.add(training(name + "1 process of " + every + " threads", every, "1", patience, mode));
      peers.add(training(name + every + " processes of 1 thread", "1", every, patience, mode));
    }
    peers.add(
        new Peer(
            "onnxruntime, Python", "predict", "onnxruntime_predict.py", List.of(every, patience)));
    peers.add(
        new Peer("captum, guided", "saliency", "captum_saliency.py", List.of(every, patience)));
    return List.copyOf(peers);
  }

  private static Peer training(
      String name, String threads, String processes, String seconds, String mode) {
    return new Peer(
        name, "train", "pytorch_training.py", List.of(threads, processes, seconds, mode));
  }

  /**
   * Sequences a second; empty when the script fails, as it does without its libraries. Its words
   * are on standard error.
   */
  OptionalDouble measure(String python, String architecture)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.addAll(List.of(python, SCRIPTS.resolve(script).toString()));
    command.add(ARCHITECTURES.resolve(architecture + ".json").toString());
    command.addAll(arguments);
    Path output = Files.createTempFile("peer", ".json");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
        return OptionalDouble.empty();
      }
      String said = Files.readString(output, StandardCharsets.UTF_8);
      JsonNode printed = new ObjectMapper().readTree(said);
      return OptionalDouble.of(printed.path("rate").asDouble());
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
