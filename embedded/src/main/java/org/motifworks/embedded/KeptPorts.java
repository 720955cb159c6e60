package org.motifworks.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * The ports of one data folder: the configured one, else the one used last time, else a free one.
 *
 * <p>A remembered port that someone else took meanwhile is replaced; a configured one is an error.
 */
final class KeptPorts {

  private final Path file;
  private final Properties ports = new Properties();

  KeptPorts(Path folder) {
    this.file = folder.resolve("ports.properties");
    if (!Files.exists(file)) return;
    try (InputStream in = Files.newInputStream(file)) {
      ports.load(in);
    } catch (IOException e) {
      throw new EmbeddedException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * @param configured 1 to 65535, or 0 for the remembered or a free port
   */
  int choose(String name, int configured) {
    int port = configured;
    if (configured != 0) {
      if (!isFree(configured)) {
        throw new EmbeddedException(
            "Port " + configured + " for " + name + " is in use. Choose another or leave it out.");
      }
    } else {
      int remembered = Integer.parseInt(ports.getProperty(name, "0"));
      port = remembered != 0 && isFree(remembered) ? remembered : free();
    }
    ports.setProperty(name, Integer.toString(port));
    try (OutputStream out = Files.newOutputStream(file)) {
      ports.store(out, null);
    } catch (IOException e) {
      throw new EmbeddedException("Cannot write " + file + ": " + e.getMessage(), e);
    }
    return port;
  }

  private int free() {
    for (int attempt = 0; attempt < 50; attempt++) {
      try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = socket.getLocalPort();
        if (!ports.containsValue(Integer.toString(port))) return port;
      } catch (IOException e) {
        throw new EmbeddedException("No free port: " + e.getMessage(), e);
      }
    }
    throw new EmbeddedException("No free port after 50 attempts.");
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      // Connections of the last run linger in TIME_WAIT; the servers reuse such ports, so do we.
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
