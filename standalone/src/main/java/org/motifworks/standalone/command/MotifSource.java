package org.motifworks.standalone.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.core.motif.io.MotifFileFormat;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.core.motif.io.MotifFormatException;
import org.motifworks.core.motif.io.RejectedMotif;

/**
 * Motifs by what a command line calls them: {@code jaspar2016}, {@code jaspar} (the newest
 * bundled), {@code -} for standard input, or a file of any format, plain or gzip.
 */
final class MotifSource {

  /** How options and parameters describe it. */
  static final String DESCRIPTION =
      "A motif file of any format, - for standard input, or the bundled jaspar2016 or jaspar.";

  private static final int TOLD = 20;

  private MotifSource() {}

  /** The bundled database a word names; {@code ./jaspar} is a file. */
  static Optional<JasparDatabase> bundled(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (lower.equals("jaspar2016")) return Optional.of(JasparDatabase.jaspar2016());
    if (lower.equals("jaspar") || lower.equals("jaspar" + JasparDatabase.newest().release())) {
      return Optional.of(JasparDatabase.newest());
    }
    return Optional.empty();
  }

  /**
   * Reads it all, and tells on standard error which of its motifs cannot be used.
   *
   * @param format known by the content when empty
   * @throws CommandFailure when there is no such file, or none of motifs
   */
  static MotifFile read(Session session, String word, Optional<MotifFileFormat> format)
      throws IOException {
    Optional<JasparDatabase> bundled = bundled(word);
    if (bundled.isPresent()) {
      return new MotifFile(
          MotifFileFormat.JASPAR, Background.UNIFORM, bundled.get().motifs(), List.of());
    }
    try {
      MotifFile file = word.equals("-") ? standardInput(format) : file(Path.of(word), format);
      tell(session.terminal().err(), word, file);
      return file;
    } catch (MotifFormatException e) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          "These motifs cannot be read",
          e.getMessage(),
          format.isPresent() ? "Leave the format out to have it known by the content." : "");
    }
  }

  private static MotifFile standardInput(Optional<MotifFileFormat> format) throws IOException {
    return MotifFiles.read("standard input", System.in, format, MotifFiles.UNLIMITED);
  }

  private static MotifFile file(Path path, Optional<MotifFileFormat> format) throws IOException {
    if (!Files.isReadable(path) || Files.isDirectory(path)) {
      throw new CommandFailure(
          ExitCode.REFUSED,
          Files.isDirectory(path) ? "A folder, not a file" : "No such file",
          path.toString(),
          "Motifs are read from a file, - (standard input), jaspar2016 or jaspar.");
    }
    return MotifFiles.read(path, format);
  }

  private static void tell(PrintStream err, String word, MotifFile file) {
    String source = word.equals("-") ? "standard input" : word;
    for (RejectedMotif rejected : file.rejected().stream().limit(TOLD).toList()) {
      err.println("warning: left out: " + source + " " + rejected.sentence());
    }
    int more = file.rejected().size() - TOLD;
    if (more > 0) err.println("warning: left out: " + more + " more of " + source);
    if (!file.repeatedIds().isEmpty()) {
      err.println(
          "warning: "
              + source
              + " has several motifs of the same id, such as "
              + file.repeatedIds().iterator().next());
    }
  }
}
