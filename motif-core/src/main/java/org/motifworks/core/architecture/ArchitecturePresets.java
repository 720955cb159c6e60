package org.motifworks.core.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Architectures that ship with the program, each a JSON resource of this package. */
public final class ArchitecturePresets {

  private static final List<String> NAMES = List.of("cnn-2", "cnn-25");

  private ArchitecturePresets() {}

  /** Names of all presets, in the paper's order. */
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
