package org.motifworks.benchmarks.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.npy.MappedByteMatrix;
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
import org.openjdk.jmh.annotations.Warmup;

/** Bases into a dataset of 200 nt and 12 classes, and out of it, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(DatasetBenchmark.BASES)
public class DatasetBenchmark {
  private static final int LENGTH = 200;
  private static final int RECORDS = 1 << 16;
  static final int BASES = RECORDS * LENGTH;
  private static final DatasetLayout LAYOUT = layout();

  private final byte[] tokens = RandomBases.tokens(BASES);
  private final byte[] into = new byte[BASES];
  private final byte[][] rows = new byte[RECORDS][LENGTH];
  private final byte[] labels = new byte[LAYOUT.classes().size()];
  private final String[] ids = new String[RECORDS];
  private final int[] order = new int[RECORDS];
  private Path kept;
  private Path written;
  private Dataset dataset;

  @Setup
  public void prepare() throws IOException {
    SplittableRandom random = new SplittableRandom(2019);
    for (int i = 0; i < RECORDS; i++) {
      System.arraycopy(tokens, i * LENGTH, rows[i], 0, LENGTH);
      ids[i] = "peak_" + i;
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    kept = Files.createTempDirectory("dataset");
    write(kept);
    dataset = Dataset.open(kept);
  }

  @Setup(Level.Invocation)
  public void folder() throws IOException {
    written = Files.createTempDirectory("dataset");
  }

  @TearDown(Level.Invocation)
  public void deleteWritten() throws IOException {
    delete(written);
  }

  @TearDown
  public void deleteKept() throws IOException {
    dataset.close();
    delete(kept);
  }

  @Benchmark
  public byte[] copy() {
    System.arraycopy(tokens, 0, into, 0, BASES);
    return into;
  }

  @Benchmark
  public Path write() throws IOException {
    write(written);
    return written;
  }

  /** Rows of an array in the order in which they are read shuffled. */
  @Benchmark
  public byte[] copyShuffled() {
    for (int i = 0; i < RECORDS; i++) {
      System.arraycopy(tokens, order[i] * LENGTH, into, i * LENGTH, LENGTH);
    }
    return into;
  }

  /** Shuffled rows one by one, as training takes them. */
  @Benchmark
  public byte[] readShuffled() {
    MappedByteMatrix sequences = dataset.split(Split.TRAIN).sequences();
    for (int i = 0; i < RECORDS; i++) sequences.copyRow(order[i], into, i * LENGTH);
    return into;
  }

  /** All rows at once. */
  @Benchmark
  public byte[] readInOrder() {
    dataset.split(Split.TRAIN).sequences().copyRows(0, RECORDS, into, 0);
    return into;
  }

  private void write(Path folder) throws IOException {
    try (DatasetWriter writer = DatasetWriter.create(folder, LAYOUT)) {
      for (int i = 0; i < RECORDS; i++) writer.add(Split.TRAIN, ids[i], rows[i], labels);
      writer.finish(JsonNodeFactory.instance.objectNode());
    }
  }

  private static DatasetLayout layout() {
    List<String> classes = Stream.iterate(1, i -> i + 1).limit(12).map(i -> "class" + i).toList();
    return new DatasetLayout(classes, LENGTH, false);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path each : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(each);
    }
  }
}
