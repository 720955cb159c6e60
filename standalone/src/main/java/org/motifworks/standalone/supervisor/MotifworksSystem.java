package org.motifworks.standalone.supervisor;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.motifworks.standalone.archive.ArchiveMaker;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.home.ProjectHome;

/**
 * The whole system on one machine as an object: real Kafka, real PostgreSQL, four services, each a
 * process of its own that is restarted when it dies.
 *
 * <p>Needs a built project. Tests kill {@link #process} and watch what happens.
 */
public final class MotifworksSystem implements AutoCloseable {

  private final Supervisor supervisor;
  private final Ports ports;
  private final ArchiveMaker archives;

  private MotifworksSystem(Supervisor supervisor, Ports ports, ArchiveMaker archives) {
    this.supervisor = supervisor;
    this.ports = ports;
    this.archives = archives;
  }

  /** Starts with the settings of the environment; see the other {@code start}. */
  public static MotifworksSystem start(Path folder) {
    return start(ProjectHome.find(), folder, SystemSettings.of(System.getenv()));
  }

  /**
   * Starts everything and returns when the page answers.
   *
   * @param folder keeps all data; made when absent
   * @throws StartFailedException with the words of what did not start; nothing is left running
   */
  public static MotifworksSystem start(ProjectHome home, Path folder, SystemSettings settings) {
    MotifworksSystem system = prepare(home, folder, settings, ProgramArchives.used(home));
    system.supervisor.start();
    return system;
  }

  /** Everything but the start: the folder is ours and the ports are chosen. */
  static MotifworksSystem prepare(
      ProjectHome home, Path folder, SystemSettings settings, ProgramArchives archives) {
    DataFolder data = new DataFolder(folder).create();
    Optional<SystemStatus> previous = new StateFile(data.state()).read();
    Ports ports = new Ports();
    try {
      SystemPlan plan = SystemPlan.make(home, data, settings, previous, ports, archives);
      Supervisor supervisor = new Supervisor(data, plan.page(), plan.stages(), ports);
      return new MotifworksSystem(supervisor, ports, archives.maker(supervisor::say));
    } catch (RuntimeException e) {
      ports.close();
      throw e;
    }
  }

  Supervisor supervisor() {
    return supervisor;
  }

  /** Makes, in the background, the class archives that were missing at this start. */
  void archiveClasses() {
    archives.start();
  }

  /** Where the REST API and the page are. */
  public URI gateway() {
    return URI.create(supervisor.status().page());
  }

  /** State, port and process of each service now. */
  public SystemStatus status() {
    return supervisor.status();
  }

  /**
   * The process that is this service now; empty while it is being restarted.
   *
   * @param name {@code kafka}, {@code postgres}, {@code data-service}, {@code trainer-service},
   *     {@code interpret-service} or {@code gateway}
   */
  public Optional<ProcessHandle> process(String name) {
    return supervisor.process(name);
  }

  /** All processes that live now, by name. */
  public Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> processes = new TreeMap<>();
    for (ServiceStatus service : supervisor.status().services()) {
      process(service.name()).ifPresent(handle -> processes.put(service.name(), handle));
    }
    return processes;
  }

  /** Stops everything in the opposite order of the start. */
  @Override
  public void close() {
    archives.close();
    supervisor.close();
    ports.close();
  }
}
