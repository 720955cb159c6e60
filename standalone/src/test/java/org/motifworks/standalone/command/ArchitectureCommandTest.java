package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.standalone.terminal.Terminal;

/** The architecture commands; nothing runs. */
class ArchitectureCommandTest {

  private static final String CNN_25 =
      """
      # the paper's
      convolutions:
        - {filters: 30, size: 19, pool: {size: 25}}
        - filters: 128
          size: 5
          pool:
            size: 4
      dense:
        - units: 512
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void show_tellsTheLayersAndWhatTheFirstWillLearn() {
    assertThat(run("architecture", "show", "cnn-25")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("cnn-25, 160,048 parameters for 200 nt and 12 classes")
        .containsPattern("pool1 +30 x 8 +0 +43 nt +25 nt")
        .contains("whole motifs: conv2, the first layer that could join matches")
        .contains("within 25 nt only");
  }

  @Test
  void yamlFile_isTheSameArchitectureAsItsJson() throws IOException {
    Path yaml = Files.writeString(folder.resolve("cnn-25.yaml"), CNN_25);
    Architecture preset = ArchitecturePresets.named("cnn-25");
    Path json = Files.writeString(folder.resolve("same.json"), preset.toJson());
    assertThat(ArchitectureArgument.architecture(yaml.toString())).isEqualTo(preset);
    assertThat(ArchitectureArgument.architecture(json.toString())).isEqualTo(preset);
    assertThat(Architecture.from(ArchitectureArgument.json(yaml.toString()))).isEqualTo(preset);
    assertThat(ArchitectureArgument.json("cnn-25").isTextual()).isTrue();
  }

  @Test
  void showAsJson_hasEveryFigure_forAnotherWindow() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.yml"), CNN_25);
    assertThat(run("architecture", "show", file.toString(), "--window=1000", "--json")).isZero();
    JsonNode shown = Json.mapper().readTree(out.toByteArray());
    assertThat(shown.path("name").asText()).isEqualTo("mine");
    assertThat(shown.path("window").asInt()).isEqualTo(1000);
    assertThat(shown.path("layers").path(1).path("length").asInt()).isEqualTo(40);
    assertThat(shown.path("outlook").path("firstLayerMotifs").asText()).isEqualTo("whole");
    assertThat(shown.path("outlook").path("spatialUncertainty").asInt()).isEqualTo(25);
  }

  @Test
  void list_hasEveryPreset() {
    assertThat(run("architecture", "list")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(ArchitecturePresets.names())
        .containsPattern("cnn-50-2 +30x19/50 by 2  64x5/50 +25,712 +50 nt  whole +90 %");
  }

  @Test
  void list_forAShortWindow_leavesOutWhatDoesNotFit() {
    assertThat(run("architecture", "list", "--window=80")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("cnn-25 ").doesNotContain("cnn-100");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("more do not fit the window");
    assertThat(run("architecture", "list", "--window=0")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void wrongFile_isRefusedByFileAndPlace() throws IOException {
    Path file = folder.resolve("wrong.yaml");
    Files.writeString(file, CNN_25.replace("size: 4", "size: 1"));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> ArchitectureArgument.json(file.toString()))
        .withMessage(
            file
                + ": convolutions[1].pool.size is 1 but must be at least 2; leave pool out for no pooling")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.REFUSED));
    Files.writeString(file, CNN_25.replace("size: 5", "size: five"));
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> ArchitectureArgument.json(file.toString()))
        .withMessageContaining("convolutions[1].size must be a whole number");
    Files.writeString(file, "convolutions: [{filters: 3");
    assertThatExceptionOfType(CommandFailure.class)
        .isThrownBy(() -> ArchitectureArgument.json(file.toString()))
        .withMessageStartingWith(file + ", line 1: ")
        .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.USAGE));
  }

  @Test
  void windowThatIsTooShort_isRefusedByPlace() {
    assertThat(run("architecture", "show", "cnn-25", "--window", "20")).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("convolutions[0].pool.size is 25 but only 20 positions come in");
    assertThat(run("architecture", "show", "cnn-7")).isEqualTo(ExitCode.REFUSED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("known are cnn-1, cnn-2");
  }

  private int run(String... arguments) {
    PrintStream plainOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream plainErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Interpreter.run(new Session(Terminal.plain(plainOut, plainErr), Map.of()), arguments);
  }
}
