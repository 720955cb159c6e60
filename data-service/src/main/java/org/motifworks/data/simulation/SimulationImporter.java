package org.motifworks.data.simulation;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.simulation.SimulatedDataset;
import org.motifworks.data.source.ImportProgress;
import org.motifworks.data.source.Importer;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.SimulationSource;

/** Makes the paper's simulated dataset, where each motif lies beside it. */
@Singleton
public final class SimulationImporter implements Importer<SimulationSource> {

  @Override
  public Class<SimulationSource> source() {
    return SimulationSource.class;
  }

  @Override
  public DatasetDescription run(
      SimulationSource source, Map<String, InputFile> inputs, Path folder, ImportProgress progress)
      throws IOException {
    return SimulatedDataset.write(
        folder, source.settings(), done -> progress.report(done, source.sequences()));
  }
}
