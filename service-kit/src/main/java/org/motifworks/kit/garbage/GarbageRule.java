package org.motifworks.kit.garbage;

import java.util.Optional;
import org.motifworks.kit.artifact.StoredArtifact;

/** Tells whether an artifact is needed. */
@FunctionalInterface
public interface GarbageRule {

  /** Why nobody needs it; empty while somebody does, or may. */
  Optional<String> reason(StoredArtifact artifact);
}
