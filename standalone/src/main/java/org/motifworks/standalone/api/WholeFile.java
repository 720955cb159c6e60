package org.motifworks.standalone.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file that is there whole or not at all. */
public final class WholeFile {

  private WholeFile() {}

  /** Makes what is to be written. */
  public interface Content {
    void write(Path file) throws IOException;
  }

  /**
   * Writes to a file beside it first, which nothing leaves behind: no failure, no Ctrl-C. Folders
   * are made when missing.
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    Files.createDirectories(target.getParent());
    Path partial = target.resolveSibling(target.getFileName() + ".part");
    partial.toFile().deleteOnExit();
    try {
      content.write(partial);
      Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(partial);
    }
  }
}
