package org.motifworks.core.motif;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the folder of reference data beside the project; tests that need it are skipped without.
 */
public final class ReferenceFolder {
  private ReferenceFolder() {}

  /** A file of the reference folder; skips the running test when it is absent. */
  public static Path file(String name) {
    Path file = root().resolve(name);
    assumeTrue(Files.exists(file), "no reference data: " + name);
    return file;
  }

  private static Path root() {
    String named = System.getProperty("motifworks.shared", System.getenv("MOTIFWORKS_SHARED"));
    if (named != null) return Path.of(named);
    Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve("shared/DESIGN.md"))) {
      folder = folder.getParent();
    }
    assumeTrue(folder != null, "no reference data beside the project");
    return folder.resolve("shared");
  }
}
