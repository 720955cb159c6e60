package org.motifworks.data.input;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.motifworks.data.source.SourceProblem;

/** Opens files by path, within the folders that the service's owner allowed. */
@Singleton
public class ServerFiles {

  private final List<Path> folders;

  ServerFiles(InputSettings settings) {
    this.folders = settings.folders().orElse(List.of());
  }

  /** Folders below which files may be named; empty when none may. */
  public List<String> folders() {
    return folders.stream().map(Path::toString).toList();
  }

  /**
   * Looks at a file without reading it. Links are followed before the place is judged.
   *
   * @param path absolute
   * @throws SourceProblem {@code input.not-allowed}, {@code input.missing}
   */
  public Path check(String path) {
    Path named = Path.of(path).normalize();
    // Judged before it is looked for: who may not read a place need not learn what is there.
    if (folders.stream().noneMatch(folder -> named.startsWith(folder.normalize()))) {
      throw notAllowed(path);
    }
    try {
      Path real = named.toRealPath();
      for (Path folder : folders) {
        if (!Files.isDirectory(folder) || !real.startsWith(folder.toRealPath())) continue;
        if (Files.isRegularFile(real) && Files.isReadable(real)) return real;
      }
    } catch (IOException e) {
      throw missing(path, e);
    }
    if (!Files.isRegularFile(named)) throw missing(path, null);
    throw notAllowed(path);
  }

  /**
   * A file to import from.
   *
   * @throws SourceProblem as {@link #check} does
   */
  public ServerFile open(String path) throws IOException {
    Path file = check(path);
    return new ServerFile(file, Files.size(file), Files.getLastModifiedTime(file));
  }

  private SourceProblem notAllowed(String path) {
    String allowed =
        folders.isEmpty()
            ? "none"
            : String.join(", ", folders.stream().map(Path::toString).toList());
    return new SourceProblem(
        "input.not-allowed",
        path + " is in no folder that data-service may read (" + allowed + ").",
        "Upload the file, move it there, or start the service with another"
            + " MOTIFWORKS_INPUT_FOLDERS.");
  }

  private static SourceProblem missing(String path, IOException cause) {
    return new SourceProblem(
        "input.missing",
        "There is no readable file " + path + " where data-service runs.",
        "Check the path, or upload the file.",
        cause);
  }
}
