package org.motifworks.standalone.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motifworks.standalone.api.WholeFile;

/** Where a command's text goes: standard output, or a file that appears whole or not at all. */
final class TextOutput {

  /** Writes the text. */
  interface Content {
    void write(Writer out) throws IOException;
  }

  private TextOutput() {}

  /**
   * Writes to a file, or to standard output when it is null; ends quietly when a reader of that,
   * such as {@code head}, has had enough.
   */
  static void write(Session session, Path file, Content content) throws IOException {
    if (file != null) {
      toFile(file, content);
      return;
    }
    Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                new PipeOutput(session.terminal().out()), StandardCharsets.UTF_8),
            1 << 16);
    try {
      content.write(out);
      out.flush();
    } catch (PipeOutput.ReaderGone enough) {
      // what it wanted it has
    }
  }

  /** Writes a whole file or none; folders are made when missing. */
  static void toFile(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new CommandFailure(ExitCode.USAGE, "A folder, not a file", file.toString(), "");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      fill(target, content); // a pipe or a device is written to, never replaced
      return;
    }
    WholeFile.write(target, partial -> fill(partial, content));
  }

  private static void fill(Path file, Content content) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      content.write(out);
    }
  }
}
