package org.motifworks.standalone.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/**
 * The archived classes of one program, for one version of the JVM.
 *
 * <p>A static archive, because the dynamic ones of Java 17 leave out classes of old class files
 * (picocli's and many others). The JVM itself refuses an archive whose jars or whose version differ
 * and starts without; an archive that is known to be stale is not even offered to it.
 *
 * @param folder where archives are kept; under the build folder, so that a clean build removes them
 * @param program its name
 * @param jars what the classes come from: jars, or folders of jars
 */
public record ClassArchive(Path folder, String program, List<Path> jars) {

  private static final String JVM = System.getProperty("java.vm.version");

  public ClassArchive {
    jars = List.copyOf(jars);
  }

  public Path file() {
    return folder.resolve(program + "-" + JVM + ".jsa");
  }

  /** Names of the classes that the program needed, as its JVM noted them. */
  public Path noted() {
    return folder.resolve(program + ".classes");
  }

  /** Whether the archive is there and no jar was changed since. */
  public boolean isFresh() {
    try {
      if (!Files.exists(file())) return false;
      FileTime made = Files.getLastModifiedTime(file());
      for (Path each : jars) {
        try (Stream<Path> files = Files.walk(each)) {
          for (Path file : (Iterable<Path>) files::iterator) {
            if (Files.getLastModifiedTime(file).compareTo(made) > 0) return false;
          }
        }
      }
      return true;
    } catch (IOException unreadable) {
      return false;
    }
  }

  /** What a JVM is told to start from the archive; nothing when there is no fresh one. */
  public List<String> use() {
    if (!isFresh()) return List.of();
    return List.of("-XX:SharedArchiveFile=" + file(), "-Xshare:auto", "-Xlog:cds=off");
  }

  /** What a JVM is told to note its classes, of which {@link ArchiveMaker} makes the archive. */
  public List<String> note() {
    return List.of("-XX:DumpLoadedClassList=" + noted());
  }
}
