package org.motifworks.core.track;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import org.motifworks.core.genome.Chromosome;

/**
 * Writes values along a genome as bigWig, in one go and in little memory, with zoom levels and a
 * summary. Values are of cells of one width, {@code step}, counted from each chromosome's
 * beginning; they come in order, and cells may be left out. What a cell has beyond its chromosome's
 * end is cut off.
 */
public final class BigWigWriter implements Closeable {

  public static final int MOST_CHROMOSOMES = ChromosomeTree.MOST;

  private static final int MAGIC = 0x888FFC26;
  private static final int VERSION = 4;
  private static final int HEADER = 64;
  private static final int ZOOM_HEADER = 24;
  private static final int TOTAL = 40;
  private static final int MOST_ZOOMS = 10;
  private static final int LEAST_SUMMARIES = 256; // fewer are read as fast without a level
  private static final int FIRST_ZOOM = 8; // cells
  private static final int NEXT_ZOOM = 4;
  private static final int SECTION_HEADER = 24;
  private static final int SECTION = 1 << 10; // values
  private static final byte FIXED_STEP = 3;

  private final LittleEndianFile out;
  private final List<Chromosome> chromosomes;
  private final int step;
  private final Path scratch;
  private final BlockCompressor compressor = new BlockCompressor();
  private final BlockIndex index;
  private final ZoomLevel firstZoom;
  private final Summary total = new Summary();
  private final long dataOffset;
  private final ByteBuffer section =
      ByteBuffer.allocate(SECTION_HEADER + 4 * SECTION).order(ByteOrder.LITTLE_ENDIAN);
  private int chromosome = -1;
  private long sectionStart;
  private long sectionEnd;
  private int count;
  private int sections;

  /**
   * @param file to be written; files beside it, whose names begin by its, are there until it is
   *     closed
   * @param chromosomes sorted by the bytes of their names, 65,535 at most
   * @param step nt
   */
  public BigWigWriter(Path file, List<Chromosome> chromosomes, int step) throws IOException {
    if (chromosomes.size() > ChromosomeTree.MOST) {
      throw new IllegalArgumentException(chromosomes.size() + " chromosomes are too many");
    }
    this.chromosomes = List.copyOf(chromosomes);
    this.step = step;
    this.scratch = file;
    this.out = new LittleEndianFile(file);
    this.index = new BlockIndex(beside(".index"), SECTION);
    this.firstZoom = new ZoomLevel(beside(".zoom"), (long) FIRST_ZOOM * step);
    out.write(new byte[HEADER + MOST_ZOOMS * ZOOM_HEADER + TOTAL], chromosomeTreeOffset());
    ChromosomeTree.write(out, this.chromosomes);
    this.dataOffset = out.position();
    out.room(4).putInt(0);
    section.position(SECTION_HEADER);
  }

  /**
   * Adds the value of a cell.
   *
   * @param chromosome its place in the list
   * @param start 0-based, a multiple of the step, on the chromosome, after that of the value before
   */
  public void add(int chromosome, int start, float value) throws IOException {
    int length = chromosomes.get(chromosome).length();
    boolean inOrder =
        chromosome > this.chromosome || chromosome == this.chromosome && start >= sectionEnd;
    if (start % step != 0 || start >= length || !inOrder) {
      throw new IllegalArgumentException(
          "a value at " + start + " of " + chromosomes.get(chromosome));
    }
    int end = (int) Math.min(length, (long) start + step);
    boolean follows = chromosome == this.chromosome && start == sectionEnd && end - start == step;
    if (!follows || count == SECTION) endSection();
    if (count == 0) {
      this.chromosome = chromosome;
      sectionStart = start;
    }
    section.putFloat(value);
    count++;
    sectionEnd = end;
    Summary cell = Summary.of(chromosome, start, end, value);
    total.add(cell);
    firstZoom.add(cell);
  }

  /** Writes what comes after the values; without it the file is none. */
  public void finish() throws IOException {
    endSection();
    firstZoom.end();
    long indexOffset = out.position();
    index.write(out);
    ByteBuffer head = ByteBuffer.allocate(chromosomeTreeOffset()).order(ByteOrder.LITTLE_ENDIAN);
    int zooms = writeZooms(head.position(HEADER));
    head.position(0);
    head.putInt(MAGIC).putShort((short) VERSION).putShort((short) zooms);
    head.putLong(chromosomeTreeOffset()).putLong(dataOffset).putLong(indexOffset);
    head.putShort((short) 0).putShort((short) 0).putLong(0);
    int totalOffset = HEADER + MOST_ZOOMS * ZOOM_HEADER;
    head.putLong(totalOffset).putInt(compressor.largest()).putLong(0);
    boolean any = total.bases > 0;
    head.position(totalOffset);
    head.putLong(total.bases);
    head.putDouble(any ? total.minimum : 0).putDouble(any ? total.maximum : 0);
    head.putDouble(total.sum).putDouble(total.sumOfSquares);
    out.room(4).putInt(MAGIC); // which the format ends by
    out.overwrite(0, head.flip());
    ByteBuffer data = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    out.overwrite(dataOffset, data.putInt(sections).flip());
  }

  private void endSection() throws IOException {
    if (count == 0) return;
    int span = count == 1 ? (int) (sectionEnd - sectionStart) : step;
    int length = section.position();
    section.position(0);
    section.putInt(chromosome).putInt((int) sectionStart).putInt((int) sectionEnd);
    section.putInt(step).putInt(span).put(FIXED_STEP).put((byte) 0).putShort((short) count);
    long offset = out.position();
    int size = compressor.write(section.array(), length, out);
    index.add(chromosome, (int) sectionStart, chromosome, (int) sectionEnd, offset, size);
    sections++;
    count = 0;
  }

  /** Writes levels until one is hardly shorter to read than the one before; tells how many. */
  private int writeZooms(ByteBuffer head) throws IOException {
    int zooms = 0;
    ZoomLevel level = firstZoom;
    try {
      while (zooms < MOST_ZOOMS && level.count() > LEAST_SUMMARIES) {
        Path file = beside(".zoom" + (zooms + 1));
        ZoomLevel next = new ZoomLevel(file, NEXT_ZOOM * level.reduction());
        try {
          long[] offsets = level.write(out, compressor, beside(".zoom-index"), next);
          head.putInt((int) Math.min(Integer.MAX_VALUE, level.reduction())).putInt(0);
          head.putLong(offsets[0]).putLong(offsets[1]);
        } finally {
          level.close();
          level = next;
        }
        zooms++;
      }
    } finally {
      level.close();
    }
    return zooms;
  }

  private static int chromosomeTreeOffset() {
    return HEADER + MOST_ZOOMS * ZOOM_HEADER + TOTAL;
  }

  private Path beside(String suffix) {
    return scratch.resolveSibling(scratch.getFileName() + suffix);
  }

  @Override
  public void close() throws IOException {
    try (compressor;
        index;
        firstZoom;
        out) {
      // each of them, whatever becomes of the others
    }
  }
}
