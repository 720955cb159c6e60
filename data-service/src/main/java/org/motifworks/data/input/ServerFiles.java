package org.motifworks.data.input;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.motifworks.data.source.SourceProblem;

/** Opens files by path, within the folders that the service's owner allowed. */
@Singleton
public class ServerFiles {

  private final List<Path> folders;

  ServerFiles(InputSettings settings) {
    this.folders = settings.folders().orElse(List.of());
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
   * Reads a file once for its SHA-256.
   *
   * @throws SourceProblem as {@link #check} does
   */
  public ServerFile open(String path) throws IOException {
    Path file = check(path);
    var modified = Files.getLastModifiedTime(file);
    MessageDigest digest = sha256();
    long bytes;
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes = drain(in);
    }
    String hash = HexFormat.of().formatHex(digest.digest());
    return new ServerFile(file, bytes, hash, modified);
  }

  private static long drain(InputStream in) throws IOException {
    byte[] buffer = new byte[1 << 18];
    long bytes = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) bytes += count;
    return bytes;
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

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
