package org.motifworks.contracts.model;

import java.util.List;

/**
 * imported.json: what a model is that was made elsewhere. It lies where a trained model has its
 * {@link ModelDescription}; of the other files there is {@link ModelFiles#PREDICT} alone.
 *
 * @param format {@link #FORMAT}
 * @param classes names, in the order of the outputs
 * @param window nucleotides a sequence has
 */
public record ImportedModel(String format, List<String> classes, int window) {

  /** Version of this file. */
  public static final String FORMAT = "motifworks.imported-model/1";

  /** Copies the list. */
  public ImportedModel {
    classes = List.copyOf(classes);
  }

  /** The same in the format of this version. */
  public static ImportedModel of(List<String> classes, int window) {
    return new ImportedModel(FORMAT, classes, window);
  }
}
