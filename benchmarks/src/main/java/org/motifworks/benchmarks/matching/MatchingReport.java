package org.motifworks.benchmarks.matching;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.io.MemeFormat;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Matching beside memelite's tomtom, the fastest one known, in one run.
 *
 * <p>memelite computes p-values of approximated scores and no q-values; see docs/performance.md.
 */
public final class MatchingReport {
  private static final Path PEER = Path.of("benchmarks/peers/tomtom_memelite.py");
  private static final int PEER_MINUTES = 10;

  private MatchingReport() {}

  /** Prints a row for each work and number of threads. */
  public static void main(String[] arguments)
      throws RunnerException, IOException, InterruptedException {
    System.out.printf(
        "%-28s %7s %12s %12s %6s%n", "work", "threads", "ours ms", "memelite", "ratio");
    for (MotifMatcherBenchmark.Work work : MotifMatcherBenchmark.Work.values()) {
      for (int threads = 1; threads <= 2; threads++) {
        Optional<Double> peer = peer(work, threads);
        double ours = ours(work, threads);
        System.out.printf(
            "%-28s %7d %12.1f %12s %6s%n",
            work,
            threads,
            ours,
            peer.map(ms -> String.format("%.1f", ms)).orElse("not here"),
            peer.map(ms -> String.format("%.2f", ms / ours)).orElse(""));
      }
    }
  }

  private static double ours(MotifMatcherBenchmark.Work work, int threads) throws RunnerException {
    RunResult result =
        new Runner(
                new OptionsBuilder()
                    .include(MotifMatcherBenchmark.class.getName())
                    .param("work", work.name())
                    .param("threads", Integer.toString(threads))
                    .verbosity(org.openjdk.jmh.runner.options.VerboseMode.SILENT)
                    .build())
            .runSingle();
    return result.getPrimaryResult().getStatistics().getPercentile(50);
  }

  private static Optional<Double> peer(MotifMatcherBenchmark.Work work, int threads)
      throws IOException, InterruptedException {
    Path queries = meme(work.filters);
    Path database = meme(work.database.motifs());
    try {
      Process process =
          new ProcessBuilder(
                  List.of(
                      "python3",
                      PEER.toString(),
                      queries.toString(),
                      database.toString(),
                      Integer.toString(threads)))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      JsonNode printed = new ObjectMapper().readTree(process.getInputStream());
      if (!process.waitFor(PEER_MINUTES, TimeUnit.MINUTES)) process.destroyForcibly();
      return printed.hasNonNull("medianMs")
          ? Optional.of(printed.get("medianMs").asDouble())
          : Optional.empty();
    } catch (IOException noPython) {
      return Optional.empty();
    } finally {
      Files.delete(queries);
      Files.delete(database);
    }
  }

  private static Path meme(List<Motif> motifs) throws IOException {
    Path file = Files.createTempFile("benchmark", ".meme");
    try (Writer out = Files.newBufferedWriter(file)) {
      MemeFormat.write(motifs, out);
    }
    return file;
  }
}
