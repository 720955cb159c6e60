package org.motifworks.core.track;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.motifworks.core.genome.Chromosome;

/** The names and lengths of a bigWig file's chromosomes: a B+ tree of one leaf. */
final class ChromosomeTree {

  /** As many as a leaf can count. */
  static final int MOST = 0xffff;

  private static final int MAGIC = 0x78CA8C91;
  private static final int VALUE = 8;

  private ChromosomeTree() {}

  /**
   * Writes it; a chromosome's number is its place.
   *
   * @param chromosomes sorted by the bytes of their names
   */
  static void write(LittleEndianFile out, List<Chromosome> chromosomes) throws IOException {
    int key = 1;
    for (Chromosome chromosome : chromosomes) key = Math.max(key, name(chromosome).length);
    out.room(36)
        .putInt(MAGIC)
        .putInt(Math.max(1, chromosomes.size()))
        .putInt(key)
        .putInt(VALUE)
        .putLong(chromosomes.size())
        .putLong(0)
        .put((byte) 1)
        .put((byte) 0)
        .putShort((short) chromosomes.size());
    ByteBuffer entry = ByteBuffer.allocate(key + VALUE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < chromosomes.size(); i++) {
      byte[] name = name(chromosomes.get(i));
      entry.clear().put(name).put(new byte[key - name.length]);
      entry.putInt(i).putInt(chromosomes.get(i).length());
      out.write(entry.array(), entry.capacity());
    }
  }

  private static byte[] name(Chromosome chromosome) {
    return chromosome.name().getBytes(StandardCharsets.UTF_8);
  }
}
