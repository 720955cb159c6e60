package org.motifworks.gateway.standin;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests exactly as written, since clients put paths right before they send them. */
public final class RawHttp {

  private RawHttp() {}

  /** Sends a GET of this target and returns everything that comes until the connection ends. */
  public static String get(int port, String target) {
    return send(
        port, "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
  }

  /** Sends these characters and returns everything that comes until the connection ends. */
  public static String send(int port, String request) {
    try (Socket socket = new Socket("localhost", port)) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("no answer to " + request, e);
    }
  }
}
