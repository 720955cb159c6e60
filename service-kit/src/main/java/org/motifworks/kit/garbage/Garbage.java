package org.motifworks.kit.garbage;

import java.time.Instant;
import java.util.List;

/**
 * Artifacts that nothing refers to.
 *
 * @param removed whether their space was freed, or only could be
 * @param bytes of all of them
 */
public record Garbage(boolean removed, long bytes, List<Item> items) {

  /**
   * One artifact.
   *
   * @param committed when it was stored
   * @param reason why nobody needs it
   */
  public record Item(String key, long bytes, Instant committed, String reason) {}
}
