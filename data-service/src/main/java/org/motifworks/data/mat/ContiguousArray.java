package org.motifworks.data.mat;

import io.jhdf.api.dataset.ContiguousDataset;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** An HDF5 array in one piece. */
final class ContiguousArray extends MatArray {

  private static final int RECORDS = 1 << 16;

  private final String place;
  private final FileChannel file;
  private final long start;

  /**
   * @param base where HDF5's addresses count from
   */
  ContiguousArray(String place, ContiguousDataset dataset, FileChannel file, long base) {
    super(dataset.getDimensionsAsLong());
    this.place = place;
    this.file = file;
    this.start = base + dataset.getDataAddress();
  }

  @Override
  public void read(int group, Receiver receiver) throws IOException {
    byte[] cell = new byte[Math.multiplyExact(group, Math.min(RECORDS, records()))];
    for (int plane = 0; plane < planes(); plane += group) {
      for (int record = 0; record < records(); record += RECORDS) {
        int records = Math.min(RECORDS, records() - record);
        for (int i = 0; i < group; i++) {
          long at = start + (plane + i) * (long) records() + record;
          fill(ByteBuffer.wrap(cell, i * records, records), at - i * (long) records);
        }
        receiver.cell(plane, group, record, records, cell);
      }
    }
  }

  /** Fills the buffer, of which position 0 is at {@code zero} in the file. */
  private void fill(ByteBuffer into, long zero) throws IOException {
    while (into.hasRemaining()) {
      if (file.read(into, zero + into.position()) < 0) {
        throw new MatFormatException("mat.damaged", place + " ends too early.");
      }
    }
  }
}
