package org.motifworks.data.mat;

import io.jhdf.api.dataset.ChunkedDataset;
import java.io.IOException;

/**
 * An HDF5 array in chunks, usually compressed: every chunk is unpacked once, whatever its shape,
 * the next cell while the receiver works on the one before. Two or three dimensions.
 */
final class ChunkedArray extends MatArray {

  private final String place;
  private final ChunkedDataset dataset;
  private final int[] extent;
  private final int[] chunk;

  ChunkedArray(String place, ChunkedDataset dataset) {
    super(dataset.getDimensionsAsLong());
    this.place = place;
    this.dataset = dataset;
    this.extent = threeDimensions(dataset.getDimensions());
    this.chunk = threeDimensions(dataset.getChunkDimensions());
  }

  private static int[] threeDimensions(int[] dimensions) {
    return dimensions.length == 2
        ? new int[] {dimensions[0], 1, dimensions[1]}
        : dimensions.clone();
  }

  @Override
  public void read(int group, Receiver receiver) throws IOException {
    // The middle dimension is read whole; a group of planes is one step of the first.
    int rows = whole(chunk[0], extent[1] % group == 0 ? 1 : group);
    int width = chunk[2];
    long size = (long) rows * extent[1] * width;
    if (size > MatFile.LARGEST_CELL) {
      throw new MatFormatException(
          "mat.cells-too-large",
          place + " is stored in chunks so large that " + size + " bytes must be held at once.");
    }
    int across = ceilDiv(extent[2], width);
    int cells = ceilDiv(extent[0], rows) * across;
    byte[][] buffers = new byte[2][(int) size];
    try (ReadAhead<Cell> ahead =
        new ReadAhead<>(
            cells, i -> unpack(i / across * rows, rows, i % across * width, buffers[i % 2]))) {
      for (int i = 0; i < cells; i++) {
        Cell cell = ahead.next();
        receiver.cell(
            cell.row * extent[1], cell.height * extent[1], cell.record, cell.records, cell.bytes);
      }
    }
  }

  /** A part of the array, as the receiver gets it; rows are steps of the first dimension. */
  private record Cell(int row, int height, int record, int records, byte[] bytes) {}

  private Cell unpack(int row, int rows, int record, byte[] bytes) {
    int height = Math.min(rows, extent[0] - row);
    int records = Math.min(chunk[2], extent[2] - record);
    for (int r = row; r < row + height; r += chunk[0]) {
      for (int middle = 0; middle < extent[1]; middle += chunk[1]) {
        copy(unpacked(r, middle, record), r - row, height, middle, records, bytes);
      }
    }
    return new Cell(row, height, record, records, bytes);
  }

  private static int ceilDiv(int count, int step) {
    return (count + step - 1) / step;
  }

  /** The least multiple of {@code step} that is a multiple of {@code group}. */
  private static int whole(int step, int group) {
    int multiple = step;
    while (multiple % group != 0) multiple += step;
    return multiple;
  }

  private byte[] unpacked(int row, int middle, int record) {
    boolean two = dataset.getDimensions().length == 2;
    int[] offset = two ? new int[] {row, record} : new int[] {row, middle, record};
    try {
      byte[] bytes = dataset.getDecompressedChunk(offset);
      if (bytes.length == chunk[0] * chunk[1] * chunk[2]) return bytes;
      throw new IllegalStateException("a chunk has " + bytes.length + " bytes");
    } catch (RuntimeException e) { // jhdf tells of damage by several
      throw Hdf5File.damaged(place, e);
    }
  }

  /** From a chunk, rows of it beyond the array left behind, to its place in the cell. */
  private void copy(byte[] from, int row, int height, int middle, int records, byte[] cell) {
    for (int i = 0; i < chunk[0] && row + i < height; i++) {
      for (int j = 0; j < chunk[1] && middle + j < extent[1]; j++) {
        int source = (i * chunk[1] + j) * chunk[2];
        int plane = (row + i) * extent[1] + middle + j;
        System.arraycopy(from, source, cell, plane * records, records);
      }
    }
  }
}
