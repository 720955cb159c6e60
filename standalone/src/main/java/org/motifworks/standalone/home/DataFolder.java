package org.motifworks.standalone.home;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The one folder of a system on this machine, {@code .motifworks/} unless chosen otherwise.
 *
 * <pre>
 * state.json      what runs now, and on which ports
 * supervisor.lock held by the supervisor while it lives
 * logs/           one log a process
 * artifacts/      datasets, models, interpretations
 * kafka/ postgres/ work/
 * </pre>
 *
 * @param folder absolute
 */
public record DataFolder(Path folder) {

  public DataFolder {
    folder = folder.toAbsolutePath().normalize();
  }

  public Path state() {
    return folder.resolve("state.json");
  }

  public Path lock() {
    return folder.resolve("supervisor.lock");
  }

  public Path logs() {
    return folder.resolve("logs");
  }

  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  public Path artifacts() {
    return folder.resolve("artifacts");
  }

  public Path kafka() {
    return folder.resolve("kafka");
  }

  public Path postgres() {
    return folder.resolve("postgres");
  }

  /** Scratch of training attempts: checkpoints. */
  public Path work() {
    return folder.resolve("work");
  }

  /**
   * Makes the folders that processes expect.
   *
   * @throws UncheckedIOException when the file system refuses
   */
  public DataFolder create() {
    try {
      for (Path each : new Path[] {logs(), artifacts(), work()}) Files.createDirectories(each);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write to " + folder + ": " + e.getMessage(), e);
    }
    return this;
  }
}
