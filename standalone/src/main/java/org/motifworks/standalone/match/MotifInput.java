package org.motifworks.standalone.match;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.motif.io.MemeFormat;
import org.motifworks.core.motif.io.MotifFile;

/** Motifs by what a person calls them: a bundled database, a file, or standard input. */
public final class MotifInput {
  private MotifInput() {}

  /** The motifs of {@code FILE} or {@code -}. */
  public static MotifFile queries(String name) throws IOException {
    if (name.equals("-")) {
      return MemeFormat.read(
          "standard input", new InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
    try (Reader reader = Files.newBufferedReader(Path.of(name))) {
      return MemeFormat.read(name, reader);
    }
  }

  /** {@code jaspar2016}, {@code jaspar}, {@code FILE} or {@code -}. */
  public static MotifDatabase database(String name) throws IOException {
    return switch (name) {
      case "jaspar2016" -> MotifDatabase.jaspar2016();
      case "jaspar" -> MotifDatabase.newestJaspar();
      default -> MotifDatabase.of(name, queries(name).motifs());
    };
  }
}
