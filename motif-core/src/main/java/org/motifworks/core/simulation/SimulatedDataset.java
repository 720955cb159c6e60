package org.motifworks.core.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.motifworks.core.dataset.DatasetDescription;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.io.MemeFormat;

/**
 * Writes a simulated dataset, its truth included. The same settings give the same bytes in every
 * file, however many threads make them: blocks of sequences are made while those before are
 * written.
 */
public final class SimulatedDataset {

  /** The embedded matrices, beside {@code dataset.json}. */
  public static final String TRUTH_MOTIFS = "truth.meme";

  private static final int PROGRESS_STEP = 250;

  /** Two blocks are in memory at a time. */
  private static final int BLOCK_BASES = 1 << 20;

  private SimulatedDataset() {}

  /**
   * Simulates into a folder, made when missing. Sequences stand in each split in the order of their
   * ids.
   *
   * @param progress told the number of sequences done, every 250 and at the end; what it throws
   *     ends the writing without a {@code dataset.json}
   */
  public static DatasetDescription write(
      Path folder, SimulationSettings settings, LongConsumer progress) throws IOException {
    PaperSimulator simulator = new PaperSimulator(settings);
    DatasetLayout layout = new DatasetLayout(PaperFactors.names(), settings.length(), true);
    try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
      Split[] splits = simulator.splits();
      int done = 0;
      CompletableFuture<List<SimulatedSequence>> next = block(simulator, 0);
      while (done < splits.length) {
        List<SimulatedSequence> made = next.join();
        next = block(simulator, done + made.size());
        for (SimulatedSequence each : made) {
          writer.add(splits[done++], each.id(), each.tokens(), each.labels(), each.placed());
          if (done % PROGRESS_STEP == 0) progress.accept(done);
        }
      }
      progress.accept(splits.length);
      writeMotifs(folder.resolve(TRUTH_MOTIFS));
      return writer.finish(provenance(settings));
    }
  }

  /** The sequences from {@code first} on, in order, made by all cores; none after the last. */
  private static CompletableFuture<List<SimulatedSequence>> block(
      PaperSimulator simulator, int first) {
    SimulationSettings settings = simulator.settings();
    int count = Math.max(1, BLOCK_BASES / settings.length());
    int end = Math.min(settings.sequences(), first + count);
    return CompletableFuture.supplyAsync(
        () -> IntStream.range(first, end).parallel().mapToObj(simulator::sequence).toList());
  }

  private static void writeMotifs(Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      MemeFormat.write(PaperFactors.all().stream().map(TranscriptionFactor::motif).toList(), out);
    }
  }

  private static JsonNode provenance(SimulationSettings settings) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("source", "simulation");
    tree.put("recipe", "Koo and Eddy 2019, synthetic data");
    tree.put("matrices", "JASPAR CORE 2016 vertebrates");
    ObjectNode motifs = tree.putObject("motifs");
    for (TranscriptionFactor factor : PaperFactors.all()) {
      Motif motif = factor.motif();
      motifs.put(factor.name(), motif.id());
    }
    tree.put("sequences", settings.sequences());
    tree.put("length", settings.length());
    tree.put("spacers", settings.spacers().name());
    tree.put("seed", settings.seed());
    ObjectNode splits = tree.putObject("splits");
    splits.put("train", settings.splits().train());
    splits.put("validation", settings.splits().validation());
    splits.put("test", settings.splits().test());
    return tree;
  }
}
