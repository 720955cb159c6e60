package org.motifworks.benchmarks.serving;

import java.io.IOException;
import java.io.InputStream;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.inference.InferencePool;
import org.motifworks.inference.LookUpPredictor;

/** The model in this process, its sequences read already: what serving can reach at most. */
final class InProcess implements AutoCloseable {
  private static final int BATCH = 128;

  private final LookUpPredictor predictor;
  private final int classes;
  private final byte[] tokens;
  private final int window;

  InProcess(InputStream graph, int classes, Sequences sequences) throws Exception {
    this.predictor = predictor(graph);
    this.classes = classes;
    this.window = sequences.letters().get(0).length();
    this.tokens = DnaAlphabet.tokenise(String.join("", sequences.letters().subList(0, BATCH)));
  }

  private static LookUpPredictor predictor(InputStream graph) throws Exception {
    InferencePool pool = new InferencePool(Runtime.getRuntime().availableProcessors());
    try (graph) {
      return LookUpPredictor.of(graph.readAllBytes(), pool)
          .orElseThrow(() -> new IOException("this model's first layer cannot be looked up"));
    }
  }

  /** Sequences a second, after as much work for warming up. */
  double rate(int sequences) throws Exception {
    run(sequences);
    long begun = System.nanoTime();
    run(sequences);
    return sequences / ((System.nanoTime() - begun) / 1e9);
  }

  private void run(int sequences) throws Exception {
    for (int done = 0; done < sequences; done += BATCH) {
      predictor.scores(tokens, tokens.length / window, classes);
    }
  }

  @Override
  public void close() throws Exception {
    predictor.close();
  }
}
