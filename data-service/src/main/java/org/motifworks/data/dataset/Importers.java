package org.motifworks.data.dataset;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.data.source.DatasetSource;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;

/** Finds the importer of a source; a new one is found because it is a bean. */
@Singleton
final class Importers {

  private final Map<Class<?>, Importer<?>> importers;

  Importers(@All List<Importer<?>> importers) {
    this.importers =
        importers.stream().collect(Collectors.toMap(Importer::source, Function.identity()));
  }

  DatasetDescription run(
      DatasetSource source, Map<String, InputFile> inputs, Path folder, ImportProgress progress)
      throws IOException {
    return run(source.getClass(), source, inputs, folder, progress);
  }

  @SuppressWarnings("unchecked") // the map is keyed by what each importer says it takes
  private <S extends DatasetSource> DatasetDescription run(
      Class<S> type,
      DatasetSource source,
      Map<String, InputFile> inputs,
      Path folder,
      ImportProgress progress)
      throws IOException {
    Importer<S> importer = (Importer<S>) importers.get(type);
    if (importer == null) throw new IllegalStateException("no importer takes " + type.getName());
    return importer.run(type.cast(source), inputs, folder, progress);
  }
}
