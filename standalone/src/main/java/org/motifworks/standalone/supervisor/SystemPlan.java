package org.motifworks.standalone.supervisor;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.motifworks.contracts.training.VectorModule;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.home.ProjectHome;

/**
 * Which processes make Motifworks on one machine: Kafka and PostgreSQL, then the three services,
 * then the gateway.
 *
 * @param page address people are told
 * @param stages what starts together, in order
 */
record SystemPlan(String page, List<List<ServiceSpecification>> stages) {

  static final List<String> SERVICES =
      List.of("data-service", "trainer-service", "interpret-service", "gateway");

  /** The main class of every {@code quarkus-run.jar}. */
  private static final String QUARKUS_MAIN = "io.quarkus.bootstrap.runner.AotQuarkusEntryPoint";

  private static final int KAFKA_PORT = 19_092;
  private static final int POSTGRES_PORT = 15_432;
  private static final String DATABASE = "motifworks";
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(45);
  private static final String SMALL = "-XX:+UseSerialGC";

  /**
   * Heap to begin with. A JVM would take a 64th of the machine's memory or all it may have, and
   * would use that up before it first looks for garbage; it grows when there is need.
   */
  private static final String FIRST_HEAP = "-Xms64m";

  /**
   * For the service that scores, where what waits for its batch outlives a few collections: the
   * heap grows only when a fifth of the time goes into collecting (a thirteenth by default), and
   * shrinks when more than half of it is free (seven tenths). It grew to six times what is in use.
   */
  private static final List<String> SMALLER_HEAP =
      List.of("-XX:GCTimeRatio=4", "-XX:MaxHeapFreeRatio=50");

  /**
   * Compiles only what runs four times as often as usual: half of a start's processor time went
   * into compiling what runs a few hundred times, and services start beside each other.
   */
  private static final String COMPILE_LATER = "-XX:CompileThresholdScaling=4";

  /** Whose requests wait for milliseconds, and would wait longer for code compiled later. */
  private static final Set<String> ANSWER_QUICKLY = Set.of("interpret-service", "gateway");

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  /**
   * @param previous keeps the ports of Kafka and PostgreSQL where they were, if they are free
   * @throws StartFailedException when the project is not built
   */
  static SystemPlan make(
      ProjectHome home,
      DataFolder folder,
      SystemSettings settings,
      Optional<SystemStatus> previous,
      Ports ports,
      ProgramArchives archives) {
    home.missing(SERVICES)
        .ifPresent(
            file -> {
              throw new StartFailedException(
                  file + " is missing. Build with: ./mvnw -DskipTests package");
            });
    return draw(home, folder, settings, previous, ports, archives);
  }

  /** The plan for a project that may not be built whole. */
  static SystemPlan draw(
      ProjectHome home,
      DataFolder folder,
      SystemSettings settings,
      Optional<SystemStatus> previous,
      Ports ports,
      ProgramArchives archives) {
    return new Draft(home, folder, settings, previous, ports, archives).plan();
  }

  /** The plan while it is drawn. */
  private static final class Draft {
    private final ProjectHome home;
    private final DataFolder folder;
    private final SystemSettings settings;
    private final ProgramArchives archives;
    private final int gateway;
    private final int data;
    private final int trainer;
    private final int interpret;
    private final int kafka;
    private final int postgres;

    Draft(
        ProjectHome home,
        DataFolder folder,
        SystemSettings settings,
        Optional<SystemStatus> previous,
        Ports ports,
        ProgramArchives archives) {
      this.home = home;
      this.folder = folder;
      this.settings = settings;
      this.archives = archives;
      gateway = ports.hold(settings.port());
      data = ports.hold(settings.port() + 1);
      trainer = ports.hold(settings.port() + 2);
      interpret = ports.hold(settings.port() + 3);
      kafka = ports.hold(previousPort(previous, "kafka", KAFKA_PORT));
      postgres = ports.hold(previousPort(previous, "postgres", POSTGRES_PORT));
    }

    SystemPlan plan() {
      return new SystemPlan(
          "http://localhost:" + gateway,
          List.of(
              List.of(
                  server("kafka", "KafkaMain", kafka, "320m", folder.kafka()),
                  server(
                      "postgres",
                      "PostgresMain",
                      postgres,
                      "192m",
                      folder.postgres(),
                      "--databases",
                      DATABASE)),
              List.of(
                  service("data-service", data, "320m", data()),
                  service("trainer-service", trainer, "256m", trainer()),
                  service(
                      "interpret-service",
                      interpret,
                      "512m",
                      Map.of("MOTIFWORKS_SERVICES_TRAINER_URL", internal(trainer)))),
              List.of(service("gateway", gateway, "192m", gateway()))));
    }

    private ServiceSpecification server(
        String name, String main, int port, String heap, Path data, String... arguments) {
      List<String> command = new ArrayList<>(java(heap));
      command.addAll(List.of(SMALL, "-XX:TieredStopAtLevel=1"));
      command.addAll(List.of("-cp", home.embeddedClassPath()));
      command.addAll(archives.flags(name, List.of(home.libraryFolder()), command));
      command.add("org.motifworks.embedded." + main);
      command.addAll(List.of("--folder", data.toString(), "--port", Integer.toString(port)));
      command.addAll(List.of(arguments));
      command.add("--exit-with-parent");
      return specification(name, command, Map.of(), port, new Readiness.Line("ready "));
    }

    private ServiceSpecification service(
        String module, int port, String heap, Map<String, String> own) {
      List<String> command = new ArrayList<>(java(heap));
      if (module.equals("interpret-service")) {
        command.addAll(VectorModule.scanFlags());
        command.addAll(SMALLER_HEAP);
      } else command.add(SMALL);
      if (!ANSWER_QUICKLY.contains(module)) command.add(COMPILE_LATER);
      String classPath = home.ownJar() + File.pathSeparator + home.serviceJar(module);
      command.addAll(List.of("-cp", classPath));
      List<Path> jars = List.of(home.ownJar(), home.serviceJar(module).getParent());
      command.addAll(archives.flags(module, jars, command));
      command.addAll(List.of(TiedToParent.class.getName(), QUARKUS_MAIN));
      Map<String, String> environment = new HashMap<>(own);
      environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
      environment.putIfAbsent("QUARKUS_HTTP_HOST", SystemSettings.THIS_MACHINE_ALONE);
      environment.put("QUARKUS_BANNER_ENABLED", "false");
      environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + kafka);
      environment.put("MOTIFWORKS_ARTIFACTS_FOLDER", folder.artifacts().toString());
      // Threads would each keep an arena of their own; two are enough and bound the memory.
      environment.put("MALLOC_ARENA_MAX", "2");
      URI health = URI.create(internal(port) + "/q/health/ready");
      return specification(module, command, environment, port, new Readiness.Http(health));
    }

    private ServiceSpecification specification(
        String name,
        List<String> command,
        Map<String, String> environment,
        int port,
        Readiness readiness) {
      return new ServiceSpecification(
          name,
          command,
          environment,
          folder.folder(),
          port,
          readiness,
          START_PATIENCE,
          STOP_PATIENCE);
    }

    private Map<String, String> database() {
      return Map.of(
          "QUARKUS_DATASOURCE_JDBC_URL",
          "jdbc:postgresql://localhost:" + postgres + "/" + DATABASE,
          "QUARKUS_DATASOURCE_USERNAME",
          "postgres",
          "QUARKUS_DATASOURCE_PASSWORD",
          "postgres");
    }

    private Map<String, String> data() {
      Map<String, String> environment = new HashMap<>(database());
      environment.put("MOTIFWORKS_INPUT_FOLDERS", settings.inputFolders());
      environment.put("MOTIFWORKS_SERVICES_INTERPRET_URL", internal(interpret));
      environment.put("MOTIFWORKS_SERVICES_TRAINER_URL", internal(trainer));
      return environment;
    }

    private Map<String, String> trainer() {
      Map<String, String> environment = new HashMap<>(database());
      environment.put("MOTIFWORKS_WORKER_CLASSPATH", home.workerFolder().toString());
      environment.put("MOTIFWORKS_WORKER_SLOTS", Integer.toString(settings.slots()));
      environment.put("MOTIFWORKS_WORKER_FOLDER", folder.work().toString());
      environment.put("MOTIFWORKS_WORKER_JAVA", JAVA);
      return environment;
    }

    private Map<String, String> gateway() {
      return Map.of(
          "QUARKUS_HTTP_HOST", settings.host(),
          "MOTIFWORKS_SERVICES_DATA_URL", internal(data),
          "MOTIFWORKS_SERVICES_TRAINER_URL", internal(trainer),
          "MOTIFWORKS_SERVICES_INTERPRET_URL", internal(interpret));
    }

    private static List<String> java(String heap) {
      return List.of(JAVA, FIRST_HEAP, "-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError");
    }

    private static String internal(int port) {
      return "http://localhost:" + port;
    }

    private static int previousPort(
        Optional<SystemStatus> previous, String service, int otherwise) {
      return previous
          .flatMap(status -> status.service(service))
          .map(ServiceStatus::port)
          .orElse(otherwise);
    }
  }
}
