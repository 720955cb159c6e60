package org.motifworks.core.npy;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that is not the {@code .npy} array it should be; the message names the file and what was
 * expected.
 */
public final class NpyFormatException extends IOException {

  private static final long serialVersionUID = 1;

  public NpyFormatException(Path file, String detail) {
    super(file + ": " + detail);
  }
}
