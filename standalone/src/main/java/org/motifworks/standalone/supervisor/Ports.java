package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Chooses ports and holds them until their process starts, so that two systems that start together
 * do not choose the same ones.
 */
public final class Ports implements AutoCloseable {

  private static final int ATTEMPTS = 500;

  private final Map<Integer, ServerSocket> held = new ConcurrentHashMap<>();

  /**
   * The preferred port, or the next free one above it.
   *
   * @throws StartFailedException when none of the next 500 is free
   */
  public int hold(int preferred) {
    for (int port = preferred; port < Math.min(65_536, preferred + ATTEMPTS); port++) {
      if (held.containsKey(port)) continue;
      ServerSocket socket = open(port);
      if (socket != null) {
        held.put(port, socket);
        return port;
      }
    }
    throw new StartFailedException("No free port from " + preferred + " on.");
  }

  /** Gives a held port free for the process that is about to take it; others are left alone. */
  void release(int port) {
    ServerSocket socket = held.remove(port);
    if (socket == null) return;
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Port " + port + " stays taken: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    held.keySet().forEach(this::release);
  }

  /** All addresses, so that a port someone has on one of them counts as taken. */
  private static ServerSocket open(int port) {
    ServerSocket socket = null;
    try {
      socket = new ServerSocket();
      socket.bind(new InetSocketAddress(port), 1);
      return socket;
    } catch (IOException taken) {
      closeUnbound(socket);
      return null;
    }
  }

  private static void closeUnbound(ServerSocket socket) {
    try {
      if (socket != null) socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
