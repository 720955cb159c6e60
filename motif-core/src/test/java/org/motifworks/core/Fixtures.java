package org.motifworks.core;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;

/** Files beside a test, named by their defect. */
public final class Fixtures {

  private Fixtures() {}

  /** The fixture {@code name} in the resource folder of the package of {@code test}. */
  public static Path file(Class<?> test, String name) {
    URL url = test.getResource(name);
    if (url == null) throw new IllegalArgumentException("No fixture " + name);
    try {
      return Path.of(url.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }
}
