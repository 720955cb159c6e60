package org.motifworks.interpret.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.interpretation.FilterRule;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.model.ModelDescription;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.interpret.model.Activations;
import org.motifworks.interpret.model.DeviceChoice;
import org.motifworks.interpret.model.InferenceSession;
import org.motifworks.interpret.model.OnnxInferenceSession;
import org.motifworks.interpret.model.OnnxRuntime;
import org.motifworks.interpret.model.TokenBatch;

/** The scan of a network of three unpooled layers (sizes 9, 4, 3) against windows cut by hand. */
class FilterScanTest {
  private static final Path MODEL = Path.of("src/test/resources/tiny/deep");
  private static final int[] WIDTH = {9, 12, 14};
  private static final int[] FIRST_COLUMN = {-4, -5, -6};

  @TempDir Path folder;

  @Test
  void deeperFilters_areTheMeanOfTheWindowsTheySee() throws IOException {
    ModelDescription model =
        Json.mapper()
            .readValue(Files.readAllBytes(MODEL.resolve("model.json")), ModelDescription.class);
    TinyArtifacts tiny = TinyArtifacts.in(folder);
    OnnxRuntime runtime = OnnxRuntime.start(DeviceChoice.CPU, 0);
    try (Dataset data = Dataset.open(tiny.store().open(tiny.dataset()).folder());
        InferenceSession session =
            OnnxInferenceSession.open(runtime, MODEL, model.window(), model.classes().size())) {
      MappedByteMatrix test = data.split(Split.TEST).sequences();
      List<ScannedFilters> scanned = new FilterScan(session, model).scan(test);
      assertThat(scanned).hasSize(3);
      TokenBatch batch = new TokenBatch((int) test.rows(), test.columns());
      for (int row = 0; row < test.rows(); row++) batch.add(test.row(row));
      List<Activations> maps = session.activations(batch);
      for (int layer = 0; layer < 3; layer++) {
        int compared = 0;
        for (int filter = 0; filter < scanned.get(layer).count(); filter++) {
          double[][] expected = byHand(maps.get(layer), filter, layer, test);
          if (expected == null) {
            assertThat(scanned.get(layer).dead()).contains(filter);
            continue;
          }
          compared++;
          double[][] found = scanned.get(layer).motifs(FilterRule.CODE).get(filter).matrix().rows();
          assertThat(found).hasNumberOfRows(WIDTH[layer]);
          for (int column = 0; column < expected.length; column++) {
            assertThat(found[column]).containsExactly(expected[column], within(1e-9));
          }
        }
        assertThat(compared).isPositive();
      }
    }
  }

  /** The paper's code rule, for one filter over all sequences at once; null when it is dead. */
  private static double[][] byHand(
      Activations map, int filter, int layer, MappedByteMatrix sequences) {
    double maximum = 0;
    for (int pass = 0; ; pass++) {
      double[][] columns = new double[WIDTH[layer]][4];
      for (int row = 0; row < sequences.rows(); row++) {
        byte[] tokens = sequences.row(row);
        for (int p = 0; p < map.length(); p++) {
          float activation = map.values()[(row * map.filters() + filter) * map.length() + p];
          if (pass == 0) maximum = Math.max(maximum, activation);
          if (pass == 0 || activation <= 0.5 * maximum) continue;
          for (int column = 0; column < columns.length; column++) {
            int at = p + FIRST_COLUMN[layer] + column;
            if (at >= 0 && at < tokens.length) columns[column][tokens[at]] += activation;
          }
        }
      }
      if (maximum == 0) return null;
      if (pass == 1) return normalised(columns);
    }
  }

  private static double[][] normalised(double[][] columns) {
    for (double[] column : columns) {
      double sum = column[0] + column[1] + column[2] + column[3];
      for (int n = 0; n < 4; n++) column[n] = sum == 0 ? 0.25 : column[n] / sum;
    }
    return columns;
  }
}
