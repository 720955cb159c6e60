package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.core.motif.io.MotifFileFormat;
import org.motifworks.standalone.terminal.Terminal;

class MotifSourceTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void bundledDatabases_areKnownByName() throws IOException {
    assertThat(read("jaspar2016", "").motifs()).hasSize(519);
    assertThat(read("JASPAR", "").motifs()).hasSize(1019);
    assertThat(read("jaspar2026", "").motifs()).hasSize(1019);
  }

  @Test
  void file_tellsWhatIsLeftOut() throws IOException {
    Path file =
        Files.writeString(folder.resolve("m.txt"), ">a\n1 0 0 0\n>b\n0 0 0 0\n>a\n1 2 3 4\n");
    MotifFile read = read(file.toString(), "");
    assertThat(read.format()).isEqualTo(MotifFileFormat.PLAIN);
    assertThat(read.motifs()).hasSize(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "warning: left out: %1$s line 4: motif b, column 1 is all zero%n".formatted(file)
                + "warning: %s has several motifs of the same id, such as a%n".formatted(file));
  }

  @Test
  void whatCannotBeRead_isRefusedInWords() throws IOException {
    Path file = Files.writeString(folder.resolve("m.txt"), "hello\n");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> read(file.toString(), ""))
        .withMessageStartingWith("m.txt line 1: not a motif file")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> read(file.toString(), "meme"))
        .satisfies(e -> assertThat(e.action()).contains("Leave the format out"));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> read(folder.resolve("none").toString(), ""))
        .satisfies(e -> assertThat(e.title()).isEqualTo("No such file"));
  }

  private MotifFile read(String word, String format) throws IOException {
    PrintStream plain = new PrintStream(err, true, StandardCharsets.UTF_8);
    Session session = new Session(Terminal.plain(plain, plain), Map.of());
    Optional<MotifFileFormat> known = MotifFileFormat.of(format);
    return MotifSource.read(session, word, known);
  }
}
