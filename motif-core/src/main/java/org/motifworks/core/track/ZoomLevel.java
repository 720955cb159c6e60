package org.motifworks.core.track;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Summaries of a track, one a cell of {@code reduction} nt; on disk until the file they belong to
 * has room for them.
 */
final class ZoomLevel implements Closeable {

  private static final int RECORDS = 1 << 10; // a block

  private final LittleEndianFile records;
  private final long reduction;
  private Summary open;
  private long count;

  /**
   * @param scratch file to be written, gone when this is closed
   */
  ZoomLevel(Path scratch, long reduction) throws IOException {
    this.records = new LittleEndianFile(scratch, StandardOpenOption.DELETE_ON_CLOSE);
    this.reduction = reduction;
  }

  long reduction() {
    return reduction;
  }

  /** To be asked after {@link #end}. */
  long count() {
    return count;
  }

  /** Takes one that is after those before it and within a cell. */
  void add(Summary summary) throws IOException {
    boolean same =
        open != null
            && open.chromosome == summary.chromosome
            && open.start / reduction == summary.start / reduction;
    if (same) {
      open.add(summary);
      return;
    }
    end();
    open = summary;
  }

  /** All were added. */
  void end() throws IOException {
    if (open == null) return;
    open.put(records.room(Summary.RECORD));
    open = null;
    count++;
  }

  /** Writes its records and their index, and adds them to the next level; tells where both are. */
  long[] write(LittleEndianFile out, BlockCompressor compressor, Path scratch, ZoomLevel next)
      throws IOException {
    final long dataOffset = out.position();
    out.room(4).putInt((int) count);
    ByteBuffer block = ByteBuffer.allocate(RECORDS * Summary.RECORD);
    block.order(ByteOrder.LITTLE_ENDIAN);
    try (BlockIndex index = new BlockIndex(scratch, RECORDS)) {
      for (long from = 0; from < count; from += RECORDS) {
        records.read(from * Summary.RECORD, block);
        int size = block.limit();
        Summary first = Summary.get(block);
        Summary last = first;
        next.add(first.copy());
        while (block.hasRemaining()) {
          last = Summary.get(block);
          next.add(last.copy());
        }
        long offset = out.position();
        int bytes = compressor.write(block.array(), size, out);
        index.add(first.chromosome, first.start, last.chromosome, last.end, offset, bytes);
      }
      next.end();
      long indexOffset = out.position();
      index.write(out);
      return new long[] {dataOffset, indexOffset};
    }
  }

  @Override
  public void close() throws IOException {
    records.close();
  }
}
