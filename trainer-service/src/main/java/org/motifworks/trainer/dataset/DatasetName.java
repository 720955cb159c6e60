package org.motifworks.trainer.dataset;

import org.motifworks.contracts.artifact.ArtifactRef;

/** The dataset a run or model is made of, as the API names it. */
public record DatasetName(String id, String name, ArtifactRef ref) {

  public static DatasetName of(KnownDataset dataset) {
    return new DatasetName(dataset.id(), dataset.name(), dataset.ref());
  }
}
