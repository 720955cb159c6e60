package org.motifworks.interpret.model;

import java.util.List;
import java.util.Optional;
import org.motifworks.contracts.model.ImportedModel;
import org.motifworks.contracts.model.ModelDescription;

/**
 * What a loaded model is, wherever it was made.
 *
 * @param classes names, in the order of the outputs
 * @param window nucleotides a sequence has
 * @param trained how it was trained; absent for a model that was imported, which has no graphs but
 *     that of its scores
 */
public record ModelOutline(List<String> classes, int window, Optional<ModelDescription> trained) {

  /** A model that was trained here. */
  public static ModelOutline of(ModelDescription trained) {
    return new ModelOutline(trained.classes(), trained.window(), Optional.of(trained));
  }

  /** A model that was made elsewhere. */
  static ModelOutline of(ImportedModel imported) {
    return new ModelOutline(imported.classes(), imported.window(), Optional.empty());
  }

  /** Its architecture's name, for people. */
  String name() {
    return trained.map(model -> model.architecture().name()).orElse("imported");
  }
}
