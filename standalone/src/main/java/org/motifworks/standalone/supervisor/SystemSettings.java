package org.motifworks.standalone.supervisor;

import java.nio.file.Path;
import java.util.Map;

/**
 * What a person may choose about a system on this machine.
 *
 * @param port of the page; the services take the next ones, each the next free when taken
 * @param host address the page listens on: this machine alone unless chosen otherwise
 * @param slots training attempts at a time
 * @param inputFolders folders, parted by commas, of which files may be named by path when datasets
 *     are made
 */
public record SystemSettings(int port, String host, int slots, String inputFolders) {

  public static final int DEFAULT_PORT = 8080;
  public static final String THIS_MACHINE_ALONE = "127.0.0.1";

  /**
   * @throws IllegalArgumentException with a sentence that names the value
   */
  public SystemSettings {
    if (port < 1 || port > 65_000) {
      throw new IllegalArgumentException("The port is 1 to 65000, not " + port + ".");
    }
    if (slots < 1 || slots > 256) {
      throw new IllegalArgumentException("Training slots are 1 to 256, not " + slots + ".");
    }
  }

  /**
   * Defaults, changed by {@code MOTIFWORKS_PORT}, {@code _HOST}, {@code _SLOTS} and {@code
   * _INPUT_FOLDERS}.
   */
  public static SystemSettings of(Map<String, String> environment) {
    String host = environment.getOrDefault("MOTIFWORKS_HOST", THIS_MACHINE_ALONE);
    return new SystemSettings(
        number(environment, "MOTIFWORKS_PORT", DEFAULT_PORT),
        host,
        number(environment, "MOTIFWORKS_SLOTS", Runtime.getRuntime().availableProcessors()),
        environment.getOrDefault("MOTIFWORKS_INPUT_FOLDERS", ownFolders(host)));
  }

  /** One's own files on one's own machine; none once others can reach the page. */
  private static String ownFolders(String host) {
    if (!host.equals(THIS_MACHINE_ALONE)) return "";
    return System.getProperty("user.home") + "," + Path.of("").toAbsolutePath();
  }

  public SystemSettings withPort(int port) {
    return new SystemSettings(port, host, slots, inputFolders);
  }

  private static int number(Map<String, String> environment, String name, int otherwise) {
    String given = environment.getOrDefault(name, "").strip();
    if (given.isEmpty()) return otherwise;
    if (!given.matches("\\d{1,5}")) {
      throw new IllegalArgumentException(name + " is a number, not '" + given + "'.");
    }
    return Integer.parseInt(given);
  }
}
