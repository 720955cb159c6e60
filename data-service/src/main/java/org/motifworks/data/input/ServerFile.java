package org.motifworks.data.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.SourceProblem;

/**
 * A file at the service, as it was when it was hashed.
 *
 * @param sha256 64 lower-case hex digits
 */
public record ServerFile(Path path, long bytes, String sha256, FileTime modified) {

  /** The same for an importer. */
  public InputFile input() {
    return new InputFile(path.getFileName().toString(), path, bytes, sha256);
  }

  /**
   * To be asked after the import, whose result would else bear the hash of something else.
   *
   * @throws SourceProblem {@code input.changed}
   */
  public void checkUnchanged() throws IOException {
    boolean same =
        Files.exists(path)
            && Files.size(path) == bytes
            && Files.getLastModifiedTime(path).equals(modified);
    if (same) return;
    throw new SourceProblem(
        "input.changed",
        path + " was changed while a dataset was made from it.",
        "Ask for the dataset again when nothing writes to the file.");
  }
}
