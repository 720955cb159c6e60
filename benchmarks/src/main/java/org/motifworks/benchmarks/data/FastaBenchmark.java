package org.motifworks.benchmarks.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.motifworks.core.sequence.FastaParts;
import org.motifworks.core.sequence.FastaReader;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Bases from an uncompressed FASTA file that the system has in memory, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(FastaBenchmark.BASES)
public class FastaBenchmark {
  static final int BASES = 24_000_000;

  /** What the file looks like. */
  public enum Shape {
    /** Records of 200 nt, a line each. */
    PEAKS(200, 200),
    /** One record in lines of 60. */
    CHROMOSOME(BASES, 60);

    private final int record;
    private final int line;

    Shape(int record, int line) {
      this.record = record;
      this.line = line;
    }
  }

  @Param public Shape shape;

  private final byte[] buffer = new byte[1 << 16];
  private final byte[] letters = RandomBases.letters(BASES);
  private final byte[] into = new byte[BASES];
  private Path file;

  @Setup
  public void prepare() throws IOException {
    file = Files.createTempFile("bases", ".fasta");
    Files.write(file, RandomBases.fasta(BASES, shape.record, shape.line));
  }

  @TearDown
  public void delete() throws IOException {
    Files.delete(file);
  }

  @Benchmark
  public byte[] copy() {
    System.arraycopy(letters, 0, into, 0, BASES);
    return into;
  }

  /** The file's bytes and nothing else: what the system takes for handing them out. */
  @Benchmark
  public long bytesAlone() throws IOException {
    long sum = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) sum += count;
    }
    return sum;
  }

  /** Record by record, as imports and scoring read. */
  @Benchmark
  public long records() throws IOException {
    long length = 0;
    try (FastaReader reader = FastaReader.open(file)) {
      while (reader.hasNext()) length += reader.next().length();
    }
    return length;
  }

  /** Part by part, as genomes are read. */
  @Benchmark
  public long parts() throws IOException {
    Length length = new Length();
    FastaParts.read(Files.newInputStream(file), "bases", length);
    return length.sum;
  }

  private static final class Length implements FastaParts.Receiver {
    private long sum;

    @Override
    public void begin(String id, long line) {}

    @Override
    public void part(byte[] tokens, int length) {
      sum += length;
    }
  }
}
