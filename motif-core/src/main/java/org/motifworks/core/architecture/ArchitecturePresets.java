package org.motifworks.core.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The architectures of Koo and Eddy 2019, each a JSON resource of this package. Where the paper's
 * text and its released code differ, the plain name is the code's, since the published tables came
 * from it: {@code cnn-50-2} has 64 second-layer filters and 96 dense units, {@code cnn-50-2-text}
 * 128 and 512. {@code cnn-1-3} and {@code cnn-25-60}, {@code -90} and {@code -120} follow the text:
 * the released files of these lose the first layer, or its width, by a slip.
 */
public final class ArchitecturePresets {

  private static final List<String> NAMES =
      List.of(
          "cnn-1",
          "cnn-2",
          "cnn-4",
          "cnn-10",
          "cnn-25",
          "cnn-50",
          "cnn-100",
          "cnn9-4",
          "cnn9-25",
          "cnn3-2",
          "cnn3-50",
          "cnn-2-1",
          "cnn-50-2",
          "cnn-50-2-text",
          "cnn-1-3",
          "cnn-25-60",
          "cnn-25-90",
          "cnn-25-120");

  private ArchitecturePresets() {}

  /** Names of all presets, in the order of the paper's methods. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The preset of that name.
   *
   * @throws ArchitectureException {@code architecture.unknown}
   */
  public static Architecture named(String name) {
    if (!NAMES.contains(name)) {
      throw new ArchitectureException(
          "architecture.unknown",
          "architecture '" + name + "' is unknown; known are " + String.join(", ", NAMES));
    }
    try (InputStream resource = ArchitecturePresets.class.getResourceAsStream(name + ".json")) {
      return Architecture.fromJson(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the preset " + name, e);
    }
  }
}
