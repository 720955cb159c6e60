package org.motifworks.worker.attempt;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.motifworks.contracts.model.ModelFiles;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.worker.network.NetworkWeights;
import org.motifworks.worker.network.Parameter;
import org.motifworks.worker.network.TokenSource;

/**
 * Writes the files of a model folder ({@link ModelFiles}); the artifact store adds the manifest.
 */
final class ModelFolder {

  private static final int SAMPLE = 64;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;

  ModelFolder(Path folder) throws IOException {
    this.folder = folder;
    for (String name : new String[] {ModelFiles.WEIGHTS, "sample", "test"}) {
      Files.createDirectories(folder.resolve(name));
    }
  }

  void graph(String name, byte[] model) throws IOException {
    Files.write(folder.resolve(name), model);
  }

  /** Indented, with LF line ends on every platform. */
  void json(String name, Object value) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    String text = JSON.writer(printer).writeValueAsString(value) + "\n";
    Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
  }

  void weights(NetworkWeights weights) throws IOException {
    for (Parameter parameter : weights.parameters()) {
      NpyWriter.write(
          folder.resolve(ModelFiles.WEIGHTS).resolve(parameter.name() + ".npy"),
          weights.values(parameter.name()),
          parameter.shape().toInts());
    }
  }

  /** The first sequences of the test split with the engine's logits {@code [N, classes]}. */
  void sample(TokenSource test, float[] engineLogits) throws IOException {
    int count = Math.min(SAMPLE, test.size());
    byte[] row = new byte[test.window()];
    try (NpyWriter sequences =
        NpyWriter.bytes(folder.resolve(ModelFiles.SAMPLE_SEQUENCES), test.window())) {
      for (int i = 0; i < count; i++) {
        test.sequences().copyRow(i, row, 0);
        sequences.writeRow(row);
      }
    }
    logits(ModelFiles.SAMPLE_LOGITS, engineLogits, count, test.classes());
  }

  /** The first {@code count} rows of logits {@code [N, classes]}. */
  void logits(String name, float[] logits, int count, int classes) throws IOException {
    float[] part = Arrays.copyOf(logits, count * classes);
    NpyWriter.write(folder.resolve(name), part, count, classes);
  }
}
