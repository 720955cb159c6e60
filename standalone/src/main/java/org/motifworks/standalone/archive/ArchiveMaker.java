package org.motifworks.standalone.archive;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Makes archives one after the other, behind everything else that runs on the machine, from the
 * classes that running programs have noted.
 */
public final class ArchiveMaker implements AutoCloseable {

  /** Seconds on an idle machine; what runs before it may leave it little. */
  private static final long PATIENCE_SECONDS = 1800;

  private final List<Order> orders;
  private final Consumer<String> report;
  private volatile boolean closed;
  private volatile Process making;

  /**
   * An archive to be made.
   *
   * @param jvm the program's JVM with the flags that an archive depends on: heap, collector,
   *     modules, class path
   */
  public record Order(ClassArchive archive, List<String> jvm) {

    public Order {
      jvm = List.copyOf(jvm);
    }
  }

  /**
   * @param report told a sentence of each archive
   */
  public ArchiveMaker(List<Order> orders, Consumer<String> report) {
    this.orders = List.copyOf(orders);
    this.report = report;
  }

  /** Makes them in a thread of its own. */
  public void start() {
    if (orders.isEmpty()) return;
    Thread thread = new Thread(this::makeAll, "class-archives");
    thread.setDaemon(true);
    thread.start();
  }

  /** Makes all that can be made; returns when that is done. */
  public void makeAll() {
    for (Order each : orders) {
      if (closed) return;
      try {
        report.accept(make(each));
      } catch (IOException e) {
        report.accept("no class archive of " + each.archive().program() + ": " + e.getMessage());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Stops what is being made; nothing of it stays. */
  @Override
  public void close() {
    closed = true;
    Process now = making;
    if (now != null) now.destroyForcibly();
  }

  private String make(Order order) throws IOException, InterruptedException {
    ClassArchive archive = order.archive();
    Path classes = Files.createTempFile(archive.folder(), archive.program(), ".list");
    Path part = Files.createTempFile(archive.folder(), archive.program(), ".part");
    try {
      Files.write(classes, complete(archive.noted()));
      List<String> command = behindEverything();
      command.addAll(order.jvm());
      command.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes));
      command.add("-XX:SharedArchiveFile=" + part);
      int exit = run(command, archive.folder().resolve(archive.program() + ".log"));
      if (exit != 0) throw new IOException("the JVM ended with exit value " + exit);
      Files.move(part, archive.file(), StandardCopyOption.REPLACE_EXISTING);
      return "class archive of " + archive.program() + " is made: its next start is faster";
    } finally {
      Files.deleteIfExists(classes);
      Files.deleteIfExists(part);
    }
  }

  /** Without the last line: the program still runs, and may have written half of it. */
  private static List<String> complete(Path noted) throws IOException {
    List<String> lines = Files.readAllLines(noted, StandardCharsets.UTF_8);
    return lines.isEmpty() ? lines : lines.subList(0, lines.size() - 1);
  }

  private int run(List<String> command, Path output) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(output.toFile());
    Process process = builder.start();
    making = process;
    if (closed) process.destroyForcibly();
    try {
      if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) return process.exitValue();
      throw new IOException("not made within " + PATIENCE_SECONDS + " s");
    } finally {
      process.destroyForcibly();
      making = null;
    }
  }

  private static List<String> behindEverything() {
    String path = System.getenv().getOrDefault("PATH", "");
    boolean nice =
        Stream.of(path.split(File.pathSeparator, -1))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "nice")));
    return new ArrayList<>(nice ? List.of("nice", "-n", "19") : List.of());
  }
}
