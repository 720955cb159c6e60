package org.motifworks.data.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Supplier;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.SourceProblem;

/** A file at the service, as it was when it was opened. */
public record ServerFile(Path path, long bytes, FileTime modified) {

  /** The same for an importer. */
  public InputFile input(Supplier<String> hash) {
    return new InputFile(path.getFileName().toString(), path, bytes, hash);
  }

  /** Reads the file for its SHA-256, 64 lower-case hex digits; ends early when interrupted. */
  public String sha256() throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(path)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * To be asked after the import and the hash, which would else be of different bytes.
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
