package org.motifworks.benchmarks.scan;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.motifworks.core.architecture.Activation;
import org.motifworks.core.scan.FilterScanner;
import org.motifworks.core.scan.FilterTables;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Sequences of 200 nt a second through 30 filters of 19, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(FilterScanBenchmark.SEQUENCES)
public class FilterScanBenchmark {
  static final int SEQUENCES = 1024;
  private static final int LENGTH = 200;
  private static final int FILTERS = 30;
  private static final int WIDTH = 19;
  private static final long SEED = 2019;

  /** What is computed of each sequence. */
  public enum Work {
    MAXIMA,
    /** In sequences of one letter, where a look in bytes decides nothing. */
    MAXIMA_OF_HOMOPOLYMERS,
    POOLED_BY_25,
    POOLED_BY_2,
    POOLED_50_BY_2
  }

  @Param public Work work;

  private final byte[] tokens = new byte[SEQUENCES * LENGTH];
  private final float[] map = new float[FILTERS * LENGTH];
  private final float[] maxima = new float[FILTERS];
  private final int[] positions = new int[FILTERS];
  private FilterScanner scanner;

  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(SEED);
    float[] weights = new float[FILTERS * 4 * WIDTH];
    for (int i = 0; i < weights.length; i++) weights[i] = (float) (random.nextDouble() - 0.5);
    for (int i = 0; i < tokens.length; i++) tokens[i] = (byte) random.nextInt(4);
    if (work == Work.MAXIMA_OF_HOMOPOLYMERS) Arrays.fill(tokens, (byte) 0);
    FilterTables tables = FilterTables.of(weights, new float[FILTERS], WIDTH, (WIDTH - 1) / 2);
    scanner = new FilterScanner(tables, Activation.RELU);
  }

  /** As the product runs. */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgsAppend = {
        "--add-modules",
        "jdk.incubator.vector",
        "-XX:+UseG1GC",
        "-XX:G1HeapRegionSize=1m"
      })
  public float[] vector() {
    return scan();
  }

  /** Where the JVM was started without the module. */
  @Benchmark
  public float[] plain() {
    return scan();
  }

  private float[] scan() {
    for (int at = 0; at < tokens.length; at += LENGTH) {
      switch (work) {
        case MAXIMA, MAXIMA_OF_HOMOPOLYMERS ->
            scanner.maxima(tokens, at, LENGTH, maxima, positions);
        case POOLED_BY_25 -> scanner.pooled(tokens, at, LENGTH, 25, 25, map, 0);
        case POOLED_BY_2 -> scanner.pooled(tokens, at, LENGTH, 2, 2, map, 0);
        case POOLED_50_BY_2 -> scanner.pooled(tokens, at, LENGTH, 50, 2, map, 0);
      }
    }
    return work == Work.MAXIMA || work == Work.MAXIMA_OF_HOMOPOLYMERS ? maxima : map;
  }
}
