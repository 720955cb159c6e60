package org.motifworks.data.source;

import java.nio.file.Path;
import java.util.Map;

/**
 * A file a dataset is made from.
 *
 * @param name its name without folders
 * @param path where it lies, read only
 * @param bytes its size
 * @param sha256 64 lower-case hex digits
 */
public record InputFile(String name, Path path, long bytes, String sha256) {

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
