package org.motifworks.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says that one server of this process owns a data folder; the operating system frees it when we
 * die.
 */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws EmbeddedException when another server, here or in another process, owns the folder
   */
  static FolderLock take(Path folder, String server) {
    FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve("owner.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) throw taken(folder, server, channel, null);
      return new FolderLock(channel);
    } catch (OverlappingFileLockException e) {
      throw taken(folder, server, channel, e);
    } catch (IOException e) {
      throw new EmbeddedException(
          server + " cannot use the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static EmbeddedException taken(
      Path folder, String server, FileChannel channel, Exception cause) {
    try {
      channel.close();
    } catch (IOException e) {
      if (cause != null) cause.addSuppressed(e);
    }
    return new EmbeddedException(
        server
            + " is already running on the folder "
            + folder
            + ". Stop it first, or choose another folder.",
        cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedException("The folder lock could not be released: " + e.getMessage(), e);
    }
  }
}
