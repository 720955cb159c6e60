package org.motifworks.system;

import java.time.Duration;

/**
 * How long a silent worker of the system under test keeps its job: a fifth of the default, so that
 * what is killed is soon taken up again, unless {@code -D}{@value #ASKED}{@code =default} leaves
 * the settings alone.
 */
public final class Leases {

  private static final String ASKED = "fault.leases";
  private static final Duration DEFAULT = Duration.ofSeconds(30);
  private static final Duration CUT = Duration.ofSeconds(6);

  private Leases() {}

  /** Whether the system runs with the leases it has without settings. */
  public static boolean areDefault() {
    return System.getProperty(ASKED, "").equals("default");
  }

  /** A pause longer than this loses a worker its job. */
  public static Duration length() {
    return areDefault() ? DEFAULT : CUT;
  }

  /** Lines for the system's {@code application.properties}. */
  static String settings() {
    if (areDefault()) return "";
    long seconds = CUT.toSeconds();
    return "motifworks.data.lease=%ds%nmotifworks.worker.lease=%ds%n".formatted(seconds, seconds);
  }
}
