package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.motifworks.standalone.archive.ArchiveMaker;
import org.motifworks.standalone.archive.ClassArchive;
import org.motifworks.standalone.home.ProjectHome;

/**
 * The class archives of the system's processes: used where they are fresh, and where they are not,
 * made once the system is up, from what its processes noted while they started.
 */
final class ProgramArchives {

  private final Path folder;
  private final boolean made;
  private final List<ArchiveMaker.Order> orders = new ArrayList<>();

  private ProgramArchives(Path folder, boolean made) {
    this.folder = folder;
    this.made = made;
  }

  /** Those that are there. */
  static ProgramArchives used(ProjectHome home) {
    return new ProgramArchives(home.archiveFolder(), false);
  }

  /** Those that are there, and the others are made; none where the build folder is read-only. */
  static ProgramArchives usedAndMade(ProjectHome home) {
    try {
      Files.createDirectories(home.archiveFolder());
    } catch (IOException readOnly) {
      return used(home);
    }
    return new ProgramArchives(home.archiveFolder(), Files.isWritable(home.archiveFolder()));
  }

  /**
   * What is added to a program's command.
   *
   * @param jars what its classes come from
   * @param jvm its JVM with all flags and its class path
   */
  List<String> flags(String program, List<Path> jars, List<String> jvm) {
    ClassArchive archive = new ClassArchive(folder, program, jars);
    if (!made || archive.isFresh()) return archive.use();
    orders.add(new ArchiveMaker.Order(archive, jvm));
    return archive.note();
  }

  /** Makes those that were missing when the programs started. */
  ArchiveMaker maker(Consumer<String> report) {
    return new ArchiveMaker(orders, report);
  }
}
