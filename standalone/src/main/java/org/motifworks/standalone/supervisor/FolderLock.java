package org.motifworks.standalone.supervisor;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** One supervisor a folder; the operating system gives the lock back however its holder ends. */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws StartFailedException when another supervisor holds it
   */
  static FolderLock take(Path file) {
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locked(channel)) return new FolderLock(channel);
      channel.close();
    } catch (IOException e) {
      throw new StartFailedException("Cannot lock " + file + ": " + e.getMessage(), e);
    }
    throw new StartFailedException(
        "Another supervisor runs on the folder "
            + file.getParent()
            + ". Stop it with: ./motifworks down");
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisProcess) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StartFailedException("The folder's lock stays: " + e.getMessage(), e);
    }
  }
}
