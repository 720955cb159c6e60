package org.motifworks.benchmarks.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.motifworks.core.simulation.PaperSimulator;
import org.motifworks.core.simulation.SimulatedDataset;
import org.motifworks.core.simulation.SimulationSettings;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** Sequences of the paper's dataset a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(SimulationBenchmark.SEQUENCES)
public class SimulationBenchmark {
  static final int SEQUENCES = 25_000;
  private static final SimulationSettings PAPER = SimulationSettings.paper(1);

  private final PaperSimulator simulator = new PaperSimulator(PAPER);

  /** Where a dataset goes. */
  @State(Scope.Thread)
  public static class Folder {
    private Path path;

    @Setup(Level.Invocation)
    public void make() throws IOException {
      path = Files.createTempDirectory("simulated");
    }

    @TearDown(Level.Invocation)
    public void delete() throws IOException {
      try (Stream<Path> files = Files.walk(path)) {
        for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
      }
    }
  }

  /** In memory. */
  @Benchmark
  public long sequences() {
    long length = 0;
    for (int i = 0; i < SEQUENCES; i++) length += simulator.sequence(i).tokens().length;
    return length;
  }

  /** In memory, each of two threads all of them. */
  @Benchmark
  @Threads(2)
  public long sequencesOnTwoThreads() {
    return sequences();
  }

  /** All files of the dataset, on all cores; {@code taskset -c 0} before java gives it one. */
  @Benchmark
  public Path dataset(Folder folder) throws IOException {
    SimulatedDataset.write(folder.path, PAPER, done -> {});
    return folder.path;
  }
}
