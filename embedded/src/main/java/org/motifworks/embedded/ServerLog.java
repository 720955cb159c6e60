package org.motifworks.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Sends everything this process logs to a file of its own, so that its output stays one line. */
final class ServerLog {

  private static final int BYTES = 10 * 1024 * 1024;

  private ServerLog() {}

  /** Call it first in {@code main}: the log manager is chosen when the first logger is made. */
  static void chooseManager() {
    System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n");
  }

  static void toFile(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileHandler handler = new FileHandler(file.toAbsolutePath() + ".%g", BYTES, 2, true);
      handler.setFormatter(new SimpleFormatter());
      handler.setLevel(Level.ALL);
      Logger root = LogManager.getLogManager().getLogger("");
      for (Handler existing : root.getHandlers()) root.removeHandler(existing);
      root.addHandler(handler);
      root.setLevel(Level.INFO);
    } catch (IOException e) {
      throw new EmbeddedException("Cannot log to " + file + ": " + e.getMessage(), e);
    }
  }
}
