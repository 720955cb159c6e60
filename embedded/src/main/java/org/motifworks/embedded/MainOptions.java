package org.motifworks.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a server process was asked for: {@code --name value} pairs and flags. */
final class MainOptions {

  private static final Set<String> VALUES = Set.of("--folder", "--port", "--databases", "--log");
  private static final Set<String> FLAGS = Set.of("--exit-with-parent", "--fast");

  private final Map<String, String> options = new TreeMap<>();

  static MainOptions of(String... arguments) {
    MainOptions parsed = new MainOptions();
    for (int i = 0; i < arguments.length; i++) {
      if (FLAGS.contains(arguments[i])) {
        parsed.options.put(arguments[i], "");
      } else if (VALUES.contains(arguments[i]) && i + 1 < arguments.length) {
        parsed.options.put(arguments[i], arguments[++i]);
      } else {
        throw new EmbeddedException(
            "Unknown or incomplete option '"
                + arguments[i]
                + "'. Options: --folder DIR [--port N] [--databases a,b] [--log FILE]"
                + " [--fast] [--exit-with-parent]");
      }
    }
    return parsed;
  }

  Path folder() {
    String folder = options.get("--folder");
    if (folder == null) throw new EmbeddedException("--folder DIR is missing.");
    return Path.of(folder).toAbsolutePath().normalize();
  }

  int port() {
    String port = options.getOrDefault("--port", "0");
    if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65535) {
      throw new EmbeddedException("--port takes 0 to 65535, not '" + port + "'.");
    }
    return Integer.parseInt(port);
  }

  List<String> databases() {
    String names = options.getOrDefault("--databases", "");
    return names.isEmpty() ? List.of() : List.of(names.split(",", -1));
  }

  Path log(String name) {
    return options.containsKey("--log") ? Path.of(options.get("--log")) : folder().resolve(name);
  }

  /** Without fsync; for tests. */
  boolean fast() {
    return options.containsKey("--fast");
  }

  boolean exitWithParent() {
    return options.containsKey("--exit-with-parent");
  }
}
