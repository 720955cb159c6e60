package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A child for tests: writes what happens to it into a journal, says {@code ready}, and ends with
 * its standard input.
 *
 * <p>Modes: {@code steady}; {@code failing} ends at once; {@code silent} never says ready; {@code
 * stubborn} ignores SIGTERM.
 */
final class TinyService {

  private TinyService() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path journal = Path.of(arguments[0]);
    String name = arguments[1];
    String mode = arguments[2];
    note(journal, name + " started");
    if (mode.equals("failing")) {
      System.out.println("cannot go on: the moon is full");
      System.exit(3);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(journal, name, mode)));
    if (!mode.equals("silent")) System.out.println("ready at last");
    while (System.in.read() >= 0) {
      // nobody writes
    }
    System.exit(0);
  }

  private static void end(Path journal, String name, String mode) {
    try {
      if (mode.equals("stubborn")) Thread.sleep(60_000);
      note(journal, name + " ended");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void note(Path journal, String line) throws IOException {
    Files.writeString(journal, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  static ServiceSpecification specification(Path folder, String name, String mode) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx16m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            TinyService.class.getName(),
            folder.resolve("journal").toString(),
            name,
            mode);
    return new ServiceSpecification(
        name,
        command,
        Map.of(),
        folder,
        0,
        new Readiness.Line("ready "),
        mode.equals("silent") ? Duration.ofMillis(1500) : Duration.ofSeconds(30),
        mode.equals("stubborn") ? Duration.ofMillis(500) : Duration.ofSeconds(20));
  }

  static List<String> journal(Path folder) throws IOException {
    Path journal = folder.resolve("journal");
    return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
  }
}
