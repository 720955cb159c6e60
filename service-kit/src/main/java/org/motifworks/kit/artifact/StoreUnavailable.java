package org.motifworks.kit.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.motifworks.kit.problem.Problem;

/** The store does not answer; trying again later may work. */
public final class StoreUnavailable extends UncheckedIOException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, IOException cause) {
    super(message + ": " + cause.getMessage(), cause);
  }

  /**
   * What a failed access to the store is: an outage, which passes by itself, or a full disk, which
   * does not.
   *
   * @return this exception, or {@link Problem} {@code artifact.store-full}
   */
  public static RuntimeException orFull(String message, IOException cause) {
    return isFull(cause)
        ? ArtifactProblems.storeFull(message)
        : new StoreUnavailable(message, cause);
  }

  /** The JDK has no exception of its own for it, only the words of the system. */
  private static boolean isFull(IOException e) {
    String said = String.valueOf(e.getMessage());
    return said.contains("No space left on device") || said.contains("Disk quota exceeded");
  }
}
