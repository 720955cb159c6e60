package org.motifworks.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.standalone.home.ProjectHome;
import org.motifworks.standalone.supervisor.MotifworksSystem;
import org.motifworks.standalone.supervisor.SystemSettings;

/**
 * The system under test: started at the first question, stopped with the JVM. Its logs stay in
 * {@code target/}.
 */
final class RunningSystem {

  private static MotifworksSystem system;
  private static Path folder;

  private RunningSystem() {}

  static synchronized MotifworksSystem get() {
    if (system == null) {
      try {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "system-");
        system =
            MotifworksSystem.start(
                ProjectHome.find(),
                folder,
                SystemSettings.of(Map.of("MOTIFWORKS_PORT", Integer.toString(freePort()))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop-system"));
    }
    return system;
  }

  static PublicDoor door() {
    return new PublicDoor(get().gateway());
  }

  /** Where the services keep their artifacts. */
  static Path artifacts() {
    get();
    return folder.resolve("artifacts");
  }

  /**
   * Kills a service's process as the kernel would, without a word; the supervisor starts it again.
   */
  static void kill(String service) {
    ProcessHandle process = get().process(service).orElseThrow();
    if (!process.destroyForcibly())
      throw new IllegalStateException(service + " could not be killed");
    process.onExit().join();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Math.min(socket.getLocalPort(), 60_000);
    }
  }
}
