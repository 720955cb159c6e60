package org.motifworks.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a JVM of its own that ends when this one does, also when this one is killed. */
public final class ServerProcess implements AutoCloseable {

  private static final int STOP_SECONDS = 40;

  private final Process process;
  private final String address;

  private ServerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts {@code main} on this JVM's class path and waits for its {@code ready} line.
   *
   * @param heap for {@code -Xmx}, such as {@code 256m}
   * @throws EmbeddedException with the process's own words when it does not become ready
   */
  public static ServerProcess start(Class<?> main, String heap, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    command.add("--exit-with-parent");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new ServerProcess(process, awaitReady(process, main));
    } catch (IOException e) {
      throw new EmbeddedException(main.getSimpleName() + " did not start: " + e.getMessage(), e);
    }
  }

  private static String awaitReady(Process process, Class<?> main) throws IOException {
    BufferedReader output =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith("ready ")) {
        discard(output);
        return line.substring("ready ".length());
      }
      said.append(line).append('\n');
    }
    throw new EmbeddedException(main.getSimpleName() + " did not start: " + said);
  }

  /** An unread pipe would fill and stop the server. */
  private static void discard(BufferedReader output) {
    Thread reader =
        new Thread(
            () -> {
              try {
                output.transferTo(java.io.Writer.nullWriter());
              } catch (IOException e) {
                return; // the pipe closes when the process ends
              }
            },
            "discard-server-output");
    reader.setDaemon(true);
    reader.start();
  }

  /** What followed {@code ready}. */
  public String address() {
    return address;
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Closes its standard input and waits; kills it when it does not end within 40 s. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (IOException e) {
      process.destroy();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
