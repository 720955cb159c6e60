package org.motifworks.trainer.attempt;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jboss.logging.Logger;

/**
 * Scratch space of training on this machine. Nothing in it is needed once a run has ended, and a
 * run whose folder is on another machine only takes longer.
 */
final class WorkerFolders {

  private static final Logger LOG = Logger.getLogger(WorkerFolders.class);

  private final Path root;

  WorkerFolders(Path root) {
    this.root = root;
  }

  /** Where a run's checkpoint lies, shared by its attempts. */
  Path checkpoint(String runId) {
    return root.resolve("checkpoints").resolve(runId);
  }

  /** Specification and log of one attempt. */
  Path attempt(String runId, long fence) {
    return root.resolve("attempts").resolve(runId).resolve(Long.toString(fence));
  }

  /** Removes what an ended run has left here. */
  void forget(String runId) {
    delete(checkpoint(runId));
    delete(root.resolve("attempts").resolve(runId));
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) return;
    try {
      Files.walkFileTree(
          folder,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, IOException failure)
                throws IOException {
              Files.delete(visited);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      LOG.warnf("scratch folder %s stays: %s", folder, e.getMessage());
    }
  }
}
