package org.motifworks.data.source;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A file a dataset is made from.
 *
 * @param name its name without folders
 * @param path where it lies, read only
 * @param bytes its size
 * @param hash waits for its SHA-256, which may still be computed while the file is read
 */
public record InputFile(String name, Path path, long bytes, Supplier<String> hash) {

  /** One whose hash is known. */
  public InputFile(String name, Path path, long bytes, String sha256) {
    this(name, path, bytes, () -> sha256);
  }

  /** 64 lower-case hex digits. */
  public String sha256() {
    return hash.get();
  }

  /**
   * The file of a name.
   *
   * @throws SourceProblem {@code upload.file-missing}
   */
  public static InputFile of(Map<String, InputFile> inputs, String name) {
    InputFile input = inputs.get(name);
    if (input != null) return input;
    throw new SourceProblem(
        "upload.file-missing",
        "The file '" + name + "' was not sent.",
        "Send one file part for each file the request names.");
  }
}
