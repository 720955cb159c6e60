package org.motifworks.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the server's programs are unpacked on its first start. */
final class Binaries {

  /** What the unpacking library leaves in a folder once all is in it. */
  private static final String UNPACKED = ".exists";

  private Binaries() {}

  /**
   * Removes folders whose unpacking was cut off: the library would stumble over what is in them.
   *
   * @return {@code binaries}
   */
  static Path whole(Path binaries) throws IOException {
    if (!Files.isDirectory(binaries)) return binaries;
    List<Path> folders;
    try (Stream<Path> children = Files.list(binaries)) {
      folders = children.filter(Files::isDirectory).toList();
    }
    for (Path folder : folders) if (Files.notExists(folder.resolve(UNPACKED))) delete(folder);
    return binaries;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) Files.delete(file);
  }
}
