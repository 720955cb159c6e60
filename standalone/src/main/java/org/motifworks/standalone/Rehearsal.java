package org.motifworks.standalone;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.motifworks.standalone.command.Interpreter;
import org.motifworks.standalone.command.Session;
import org.motifworks.standalone.terminal.Terminal;

/**
 * Does what small commands do, with no effect, so that the JVM can note the classes they need:
 * {@code Rehearsal FOLDER}. The launcher runs it after a build.
 */
public final class Rehearsal {

  private static final String MOTIF =
      "MEME version 4\n\nALPHABET= ACGT\n\nMOTIF rehearsal\n"
          + "letter-probability matrix: alength= 4 w= 4 nsites= 20\n"
          + "1 0 0 0\n0 1 0 0\n0 0 1 0\n0 0 0 1\n";

  private Rehearsal() {}

  /**
   * @param arguments an existing folder, which gets a motif file
   */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    String motif = Files.writeString(folder.resolve("rehearsal.meme"), MOTIF).toString();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    Terminal terminal = Terminal.plain(nowhere, nowhere);
    // Nobody listens on port 1: the commands get as far as the connection.
    Map<String, String> elsewhere = new HashMap<>(System.getenv());
    elsewhere.put("MOTIFWORKS_URL", "http://127.0.0.1:1");
    elsewhere.put("MOTIFWORKS_FOLDER", folder.toString());
    for (List<String> each :
        List.of(
            List.of("--help"),
            List.of("score", "--help"),
            List.of("status"),
            List.of("status", "--json"),
            List.of("no-such-command"),
            List.of("match", motif, "jaspar2016"),
            List.of("motif", "convert", motif, "--to", "jaspar"),
            List.of("architecture", "show", "cnn-25"),
            List.of("dataset", "list"),
            List.of("run", "list", "--json"))) {
      Interpreter.run(new Session(terminal, elsewhere), each.toArray(new String[0]));
    }
  }
}
