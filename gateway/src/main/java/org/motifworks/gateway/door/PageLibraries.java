package org.motifworks.gateway.door;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Serves the page's one library, uPlot, under a path without its version: {@code
 * /libraries/uplot/...}. The version is the one of the jar on the class path.
 */
@Singleton
public class PageLibraries {

  private static final String PREFIX = "/libraries/uplot/";
  private static final String VERSION_FILE = "META-INF/maven/org.webjars.npm/uplot/pom.properties";

  private final String target = "/webjars/uplot/" + version() + "/dist/";

  void handle(RoutingContext context) {
    String path = context.request().path();
    if (path.startsWith(PREFIX)) {
      context.reroute(target + path.substring(PREFIX.length()));
    } else {
      context.next();
    }
  }

  private static String version() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(VERSION_FILE)) {
      if (in == null) throw new IllegalStateException("uPlot is not on the class path.");
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + VERSION_FILE, e);
    }
  }
}
