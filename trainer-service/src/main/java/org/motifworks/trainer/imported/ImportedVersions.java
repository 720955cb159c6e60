package org.motifworks.trainer.imported;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.model.ImportedModel;
import org.motifworks.trainer.registry.ImportOrigin;
import org.motifworks.trainer.registry.ModelView;
import org.motifworks.trainer.registry.Models;
import org.motifworks.trainer.series.SeriesRegistry;
import org.motifworks.trainer.series.SeriesVersion;

/** The one transaction of an import: a row of a model, and its number in a series. */
@ApplicationScoped
class ImportedVersions {

  private final Models models;
  private final SeriesRegistry series;

  ImportedVersions(Models models, SeriesRegistry series) {
    this.models = models;
    this.series = series;
  }

  /**
   * Registers a model, or finds the version that has the same content.
   *
   * @throws org.motifworks.kit.problem.Problem {@code series.other-classes}, {@code
   *     series.other-window}
   */
  @Transactional
  Imports.Taken add(
      String name, String id, ArtifactRef ref, ImportedModel model, ImportOrigin origin) {
    series.lockOrMake(name, model.classes(), model.window());
    Optional<SeriesVersion> same = series.imported(name, ref.manifestSha256());
    if (same.isPresent()) return new Imports.Taken(named(same.get()), false);
    ModelView registered = models.register(id, ref, model, origin);
    return new Imports.Taken(named(series.version(name, registered)), true);
  }

  private ModelView named(SeriesVersion version) {
    return models.named(version.series() + "@" + version.version());
  }
}
