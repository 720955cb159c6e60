package org.motifworks.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of its own for the artifacts, in memory, with room for two hundred schedules and small
 * enough to be filled. Only root may mount it, and only the property {@value #ASKED} asks for it.
 */
public final class ArtifactDisk {

  private static final String ASKED = "fault.disk";

  private static Path mounted;

  private ArtifactDisk() {}

  /** Whether there is one. */
  public static synchronized boolean isThere() {
    return mounted != null;
  }

  /** Before the system is started; says so when it may not. */
  static synchronized void mount(Path folder) throws IOException {
    if (!Boolean.getBoolean(ASKED)) return;
    Path artifacts = Files.createDirectories(folder.resolve("artifacts"));
    if (run("mount", "-t", "tmpfs", "-o", "size=2g", "tmpfs", artifacts.toString())) {
      mounted = artifacts;
    } else {
      System.out.println("No disk can be mounted here: no schedule fills one.");
    }
  }

  static synchronized void unmount() throws IOException {
    if (mounted != null) run("umount", mounted.toString());
    mounted = null;
  }

  /** Takes all the room there is; {@link #free} gives it back. */
  public static synchronized void fill() throws IOException {
    byte[] block = new byte[1 << 20];
    try (OutputStream ballast = Files.newOutputStream(mounted.resolve(".ballast"))) {
      while (true) ballast.write(block);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("No space left")) throw e;
    }
  }

  /** Gives the room back. */
  public static synchronized void free() throws IOException {
    Files.deleteIfExists(mounted.resolve(".ballast"));
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
