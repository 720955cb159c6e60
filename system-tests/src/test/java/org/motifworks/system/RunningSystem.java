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
public final class RunningSystem {

  private static MotifworksSystem system;
  private static Path folder;
  private static TraceCollector traces;

  private RunningSystem() {}

  public static synchronized MotifworksSystem get() {
    if (system == null) {
      try {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "system-");
        traces = new TraceCollector();
        configure(folder);
        ArtifactDisk.mount(folder);
        system =
            MotifworksSystem.start(
                ProjectHome.find(),
                folder,
                SystemSettings.of(Map.of("MOTIFWORKS_PORT", Integer.toString(freePort()))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Runtime.getRuntime().addShutdownHook(new Thread(RunningSystem::stop, "stop-system"));
    }
    return system;
  }

  /** Leases, traces, and that models made elsewhere are let in. */
  private static void configure(Path folder) throws IOException {
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("application.properties"),
        """
        %squarkus.otel.sdk.disabled=false
        quarkus.otel.exporter.otlp.protocol=http/protobuf
        quarkus.otel.exporter.otlp.endpoint=%s
        motifworks.models.import=true
        """
            .formatted(Leases.settings(), traces.endpoint()));
  }

  /** What the services tell of what they do. */
  static TraceCollector traces() {
    get();
    return traces;
  }

  /** Where the system keeps everything. */
  public static Path folder() {
    get();
    return folder;
  }

  /** Kafka's address. */
  public static String bootstrapServers() {
    return "localhost:" + get().status().service("kafka").orElseThrow().port();
  }

  public static PublicDoor door() {
    return new PublicDoor(get().gateway());
  }

  /** Where the services keep their artifacts. */
  public static Path artifacts() {
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

  private static void stop() {
    system.close();
    try {
      ArtifactDisk.unmount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Math.min(socket.getLocalPort(), 60_000);
    }
  }
}
