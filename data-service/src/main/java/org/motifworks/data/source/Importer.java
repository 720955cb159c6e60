package org.motifworks.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;

/**
 * Makes datasets from one kind of source. Stateless; every byte it writes follows from its
 * arguments.
 */
public interface Importer<S extends DatasetSource> {

  /** The settings this importer understands. */
  Class<S> source();

  /**
   * Writes a dataset's files, all but the manifest.
   *
   * @param inputs the source's files, by what the source calls them
   * @param folder empty, not yet visible to anyone
   * @return what {@code dataset.json} says
   * @throws SourceProblem when the source is at fault
   * @throws IOException when this machine is
   * @throws RuntimeException what {@code progress} throws to stop it, passed on
   */
  DatasetDescription run(
      S source, Map<String, InputFile> inputs, Path folder, ImportProgress progress)
      throws IOException;
}
