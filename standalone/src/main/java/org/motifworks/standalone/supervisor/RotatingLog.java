package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * A process's log of bounded size: {@code name.log}, then {@code name.log.1} and so on, the oldest
 * dropped.
 */
final class RotatingLog implements AutoCloseable {

  static final long DEFAULT_BYTES = 10_000_000;
  static final int DEFAULT_OLD_FILES = 3;
  private static final int REMEMBERED_LINES = 25;

  private final Path file;
  private final long maximumBytes;
  private final int oldFiles;
  private final Deque<String> lastLines = new ArrayDeque<>();
  private OutputStream out;
  private long bytes;

  /**
   * @throws UncheckedIOException when the file cannot be written
   */
  RotatingLog(Path file, long maximumBytes, int oldFiles) {
    this.file = file;
    this.maximumBytes = maximumBytes;
    this.oldFiles = oldFiles;
    try {
      Files.createDirectories(file.getParent());
      open();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  static RotatingLog at(Path file) {
    return new RotatingLog(file, DEFAULT_BYTES, DEFAULT_OLD_FILES);
  }

  /** Adds a line; a full disk costs log lines, never the process that writes them. */
  synchronized void append(String line) {
    if (lastLines.size() == REMEMBERED_LINES) lastLines.removeFirst();
    lastLines.addLast(line);
    byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      if (bytes > 0 && bytes + text.length > maximumBytes) rotate();
      out.write(text);
      out.flush();
      bytes += text.length;
    } catch (IOException e) {
      System.err.println("Cannot write " + file + ": " + e.getMessage());
    }
  }

  /** The newest lines of this run, oldest first. */
  synchronized List<String> tail() {
    return List.copyOf(lastLines);
  }

  @Override
  public synchronized void close() {
    try {
      out.close();
    } catch (IOException e) {
      System.err.println("Cannot close " + file + ": " + e.getMessage());
    }
  }

  private void open() throws IOException {
    out = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    bytes = Files.size(file);
  }

  private void rotate() throws IOException {
    out.close();
    for (int age = oldFiles - 1; age >= 1; age--) {
      if (Files.exists(aged(age))) {
        Files.move(aged(age), aged(age + 1), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    Files.move(file, aged(1), StandardCopyOption.REPLACE_EXISTING);
    open();
  }

  private Path aged(int age) {
    return file.resolveSibling(file.getFileName() + "." + age);
  }
}
