package org.motifworks.system;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk of its own for the artifacts, in a file, with room for two hundred schedules and small
 * enough to be filled. Only root may mount it, and only the property {@value #ASKED} asks for it.
 */
public final class ArtifactDisk {

  private static final String ASKED = "fault.disk";

  private static volatile Path mounted;

  private ArtifactDisk() {}

  /** Whether there is one. */
  public static synchronized boolean isThere() {
    return mounted != null;
  }

  /** Before the system is started; says so when it may not. */
  static synchronized void mount(Path folder) throws IOException {
    if (!Boolean.getBoolean(ASKED)) return;
    Path artifacts = Files.createDirectories(folder.resolve("artifacts"));
    Path image = folder.resolve("artifacts.img");
    if (run("truncate", "--size=2G", image.toString())
        && run("mkfs.ext4", "-q", "-m", "0", "-i", "4096", image.toString())
        && run("mount", "-o", "loop", image.toString(), artifacts.toString())) {
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

  /**
   * From now on whoever writes to it waits, and cannot even be killed, until {@link #goOn}; {@link
   * #fill} may be among them, so neither takes a lock.
   */
  public static void stall() throws IOException {
    if (!run("fsfreeze", "--freeze", mounted.toString())) throw new IOException("not stalled");
  }

  /** Ends that; everything that was written meanwhile is there. */
  public static void goOn() throws IOException {
    if (!run("fsfreeze", "--unfreeze", mounted.toString())) throw new IOException("still stalled");
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
