package org.motifworks.interpret.model;

import org.motifworks.contracts.artifact.ArtifactRef;

/** Brings a model from the artifact store into memory. */
@FunctionalInterface
interface ModelLoader {

  /**
   * Loads and checks a model; takes from milliseconds to seconds.
   *
   * @throws InferenceException when it cannot or must not be loaded
   */
  LoadedModel load(ArtifactRef ref);
}
