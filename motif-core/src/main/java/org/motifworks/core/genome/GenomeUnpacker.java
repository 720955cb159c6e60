package org.motifworks.core.genome;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.motifworks.core.sequence.FastaParts;
import org.motifworks.core.sequence.SequenceFormatException;

/** Turns a genome as people have it (FASTA, plain or gzip, or 2bit) into a {@link Genome}. */
public final class GenomeUnpacker {

  private GenomeUnpacker() {}

  /**
   * Unpacks a file, all of it checked; needs one byte of disk a nucleotide and no index.
   *
   * @param file FASTA or 2bit, told apart by the first bytes
   * @param source what errors call it
   * @param into file to be written
   * @param progress told the bytes of {@code file} read so far; what it throws ends the unpacking
   * @throws SequenceFormatException what {@link FastaParts#read} throws; {@code genome.chromosome}
   *     for a name that comes twice or a chromosome over 2^31 nt; {@code twobit.damaged}
   */
  public static Genome unpack(Path file, String source, Path into, LongConsumer progress)
      throws IOException {
    try (Unpacked unpacked = new Unpacked(source, into)) {
      if (isTwoBit(file)) {
        TwoBitReader.read(file, source, unpacked, progress);
      } else {
        FastaParts.read(counting(Files.newInputStream(file), progress), source, unpacked);
      }
      unpacked.close();
      return new Genome(into, unpacked.chromosomes());
    }
  }

  private static boolean isTwoBit(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      return TwoBitReader.order(channel).isPresent();
    }
  }

  private static InputStream counting(InputStream in, LongConsumer progress) {
    return new FilterInputStream(in) {
      private long done;

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) done += count;
        progress.accept(done);
        return count;
      }
    };
  }

  /** Writes tokens one after another and notes where chromosomes begin. */
  private static final class Unpacked implements FastaParts.Receiver, Closeable {
    private final String source;
    private final OutputStream out;
    private final List<Chromosome> finished = new ArrayList<>();
    private final Map<String, String> names = new TreeMap<>();
    private String name;
    private long line;
    private long length;

    Unpacked(String source, Path into) throws IOException {
      this.source = source;
      this.out = new BufferedOutputStream(Files.newOutputStream(into), 1 << 18);
    }

    @Override
    public void begin(String id, long line) {
      finish();
      this.name = id;
      this.line = line;
      this.length = 0;
      String same = names.put(Chromosome.plainName(id), id);
      if (same != null) throw problem("'" + same + "' and '" + id + "' are one chromosome.");
    }

    @Override
    public void part(byte[] tokens, int count) throws IOException {
      length += count;
      if (length > Integer.MAX_VALUE) throw problem("It is longer than 2^31 nt.");
      out.write(tokens, 0, count);
    }

    List<Chromosome> chromosomes() {
      finish();
      return finished;
    }

    @Override
    public void close() throws IOException {
      out.close();
    }

    private void finish() {
      if (name != null) finished.add(new Chromosome(name, (int) length));
      name = null;
    }

    private SequenceFormatException problem(String detail) {
      return new SequenceFormatException("genome.chromosome", source, line, 0, name, detail);
    }
  }
}
