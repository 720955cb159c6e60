package org.motifworks.standalone.home;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of the built project: launcher, modules and their jars.
 *
 * @param folder absolute
 */
public record ProjectHome(Path folder) {

  private static final String HOME_PROPERTY = "motifworks.home";

  public ProjectHome {
    folder = folder.toAbsolutePath().normalize();
  }

  /**
   * The project this code runs from: the system property {@code motifworks.home}, else the nearest
   * folder above the working folder that looks like it.
   *
   * @throws IllegalStateException when there is none
   */
  public static ProjectHome find() {
    String given = System.getProperty(HOME_PROPERTY);
    if (given != null) return new ProjectHome(Path.of(given));
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("standalone/pom.xml"))) return new ProjectHome(folder);
    }
    throw new IllegalStateException(
        "The project's folder was not found above "
            + Path.of("").toAbsolutePath()
            + "; set -D"
            + HOME_PROPERTY
            + "=FOLDER.");
  }

  /** The jar or class folder that this code itself is in. */
  public Path ownJar() {
    try {
      return Path.of(ProjectHome.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("this program's own jar has no path", e);
    }
  }

  /** What {@code java -jar} starts a service from. */
  public Path serviceJar(String module) {
    return folder.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }

  /** Class path of the embedded Kafka and PostgreSQL. */
  public String embeddedClassPath() {
    return libraryFolder().resolve("*").toString();
  }

  /** The jars of a training attempt, its own among them. */
  public Path workerFolder() {
    return folder.resolve("training-worker/target/lib");
  }

  /** Class archives of the processes; each start is slower without them, nothing else. */
  public Path archiveFolder() {
    return folder.resolve("standalone/target/cds");
  }

  /**
   * What a JVM is told to start this very program from the archive that the launcher has made;
   * nothing when it has not.
   */
  public List<String> ownArchive() {
    Path file = archiveFolder().resolve("cli.jsa");
    if (!Files.exists(file)) return List.of();
    return List.of("-XX:SharedArchiveFile=" + file, "-Xshare:auto", "-Xlog:cds=off");
  }

  /** The jars of the command line, the supervisor and the embedded servers. */
  public Path libraryFolder() {
    return folder.resolve("standalone/target/lib");
  }

  /** Where running systems note themselves, so that the launcher does not rebuild under them. */
  public Path inUseFolder() {
    return folder.resolve("standalone/target/in-use");
  }

  /** The first thing missing for a start, in words; empty when everything was built. */
  public Optional<String> missing(Iterable<String> modules) {
    for (String module : modules) {
      if (!Files.exists(serviceJar(module))) return Optional.of(serviceJar(module).toString());
    }
    return Optional.empty();
  }
}
