package org.motifworks.standalone.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.standalone.terminal.Terminal;

/** Runs commands against a stand-in gateway, and keeps what they print. */
abstract class GatewayCommandTest {

  @TempDir Path folder;
  final ByteArrayOutputStream out = new ByteArrayOutputStream();
  final ByteArrayOutputStream err = new ByteArrayOutputStream();
  StandInGateway gateway;

  @BeforeEach
  void open() throws IOException {
    gateway = new StandInGateway();
  }

  @AfterEach
  void close() {
    gateway.close();
  }

  /** The exit code of a command. */
  int run(String... arguments) {
    PrintStream plainOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream plainErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    Map<String, String> environment =
        Map.of("MOTIFWORKS_URL", gateway.uri().toString(), "MOTIFWORKS_FOLDER", folder.toString());
    return Interpreter.run(new Session(Terminal.plain(plainOut, plainErr), environment), arguments);
  }

  /** JSON written with single quotes. */
  static String json(String text) {
    return text.replace('\'', '"');
  }
}
