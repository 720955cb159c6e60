package org.motifworks.kit.garbage;

import java.time.Instant;
import java.util.Optional;
import org.motifworks.kit.artifact.StoredArtifact;

/** Tells whether an artifact is needed. */
@FunctionalInterface
public interface GarbageRule {

  /**
   * Why nobody needs it; empty while somebody does, or may.
   *
   * @param before what fell out of use since then is let be
   */
  Optional<String> reason(StoredArtifact artifact, Instant before);

  /** Told before a removal: what it then gives a reason for must not come into use again. */
  default void settle(Instant before) {}
}
