package org.motifworks.standalone.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Fetches a file; whole or not at all. */
public final class Download {

  private Download() {}

  /** Returns its size in bytes. */
  public static long to(Path file, Api api, String path) {
    try (InputStream content = api.download(path)) {
      WholeFile.write(
          file, partial -> Files.copy(content, partial, StandardCopyOption.REPLACE_EXISTING));
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": " + e.getMessage(), e);
    }
  }
}
