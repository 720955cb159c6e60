package org.motifworks.worker.score;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.motifworks.contracts.training.AttemptExit;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.worker.attempt.ParentWatch;
import org.motifworks.worker.check.ExportCheck;
import org.motifworks.worker.check.GraphSession;
import org.motifworks.worker.network.TokenSource;

/**
 * Scores a test split with a graph: {@code ScoreMain <predict.onnx> <dataset folder> <logits.npy>}.
 * Standard error is the log; the end of standard input ends the process. Exit codes: {@link
 * AttemptExit}.
 */
public final class ScoreMain {

  private ScoreMain() {}

  /** Writes the logits and ends the process. */
  public static void main(String[] arguments) {
    ParentWatch.over(System.in, () -> Runtime.getRuntime().halt(AttemptExit.PARENT_GONE));
    int exit = AttemptExit.FAILED;
    try {
      write(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
      exit = AttemptExit.SUCCEEDED;
    } catch (IOException | OrtException | RuntimeException e) {
      System.err.println(e.getMessage());
    }
    Runtime.getRuntime().halt(exit);
  }

  /**
   * Writes the logits of the test split as float32 {@code [N, classes]}.
   *
   * @throws IOException also when a logit is not finite or the graph has another number of classes
   */
  static void write(Path graph, Path folder, Path into) throws IOException, OrtException {
    try (Dataset dataset = Dataset.open(folder);
        GraphSession predict = new GraphSession(Files.readAllBytes(graph), 1)) {
      DatasetSplit test = dataset.split(Split.TEST);
      float[] logits =
          ExportCheck.logits(predict, new TokenSource(test.sequences(), test.labels()));
      for (int i = 0; i < logits.length; i++) {
        if (Float.isFinite(logits[i])) continue;
        int row = i / test.labels().columns();
        throw new IOException("The logits of sequence " + test.ids().get(row) + " are not finite.");
      }
      NpyWriter.write(into, logits, test.size(), test.labels().columns());
    }
  }
}
