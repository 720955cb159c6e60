package org.motifworks.core.track;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a bigWig file's blocks lie and what they cover: an R tree, made of blocks that come in
 * order and do not overlap. Their list is on disk, since a track of many short stretches has
 * millions.
 */
final class BlockIndex implements Closeable {

  private static final int MAGIC = 0x2468ACE0;
  private static final int HEADER = 48;
  private static final int NODE = 256; // children or blocks
  private static final int LEAF_ENTRY = 32;
  private static final int INNER_ENTRY = 24;

  private final LittleEndianFile blocks;
  private final int itemsPerBlock;
  private long count;

  /**
   * @param scratch file to be written, gone when this is closed
   */
  BlockIndex(Path scratch, int itemsPerBlock) throws IOException {
    this.blocks = new LittleEndianFile(scratch, StandardOpenOption.DELETE_ON_CLOSE);
    this.itemsPerBlock = itemsPerBlock;
  }

  long count() {
    return count;
  }

  void add(int firstChromosome, int start, int lastChromosome, int end, long offset, long size)
      throws IOException {
    blocks
        .room(LEAF_ENTRY)
        .putInt(firstChromosome)
        .putInt(start)
        .putInt(lastChromosome)
        .putInt(end)
        .putLong(offset)
        .putLong(size);
    count++;
  }

  /** Writes the tree. */
  void write(LittleEndianFile out) throws IOException {
    long dataEnd = out.position();
    List<int[]> levels = bounds();
    int[] whole = levels.get(levels.size() - 1);
    out.room(HEADER)
        .putInt(MAGIC)
        .putInt(NODE)
        .putLong(count)
        .putInt(whole[0])
        .putInt(whole[1])
        .putInt(whole[2])
        .putInt(whole[3])
        .putLong(dataEnd)
        .putInt(itemsPerBlock)
        .putInt(0);
    for (int level = levels.size() - 1; level > 0; level--) writeInner(out, levels, level);
    writeLeaves(out);
  }

  /**
   * What the nodes of each level cover, leaves first: first chromosome and start, last chromosome
   * and end, four numbers a node.
   */
  private List<int[]> bounds() throws IOException {
    List<int[]> levels = new ArrayList<>();
    int[] leaves = new int[4 * nodes(count)];
    ByteBuffer node = ByteBuffer.allocate(NODE * LEAF_ENTRY).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < leaves.length / 4 && count > 0; i++) {
      blocks.read((long) i * NODE * LEAF_ENTRY, node);
      int last = node.limit() - LEAF_ENTRY;
      leaves[4 * i] = node.getInt(0);
      leaves[4 * i + 1] = node.getInt(4);
      leaves[4 * i + 2] = node.getInt(last + 8);
      leaves[4 * i + 3] = node.getInt(last + 12);
    }
    levels.add(leaves);
    for (int[] below = leaves; below.length > 4; below = levels.get(levels.size() - 1)) {
      int[] above = new int[4 * nodes(below.length / 4)];
      for (int i = 0; i < above.length / 4; i++) {
        int last = Math.min(below.length / 4, (i + 1) * NODE) - 1;
        System.arraycopy(below, 4 * i * NODE, above, 4 * i, 2);
        System.arraycopy(below, 4 * last + 2, above, 4 * i + 2, 2);
      }
      levels.add(above);
    }
    return levels;
  }

  private void writeInner(LittleEndianFile out, List<int[]> levels, int level) throws IOException {
    int[] below = levels.get(level - 1);
    int children = below.length / 4;
    int nodes = levels.get(level).length / 4;
    long next = out.position() + 4L * nodes + (long) INNER_ENTRY * children;
    int childSize = 4 + NODE * (level > 1 ? INNER_ENTRY : LEAF_ENTRY);
    for (int child = 0; child < children; child++) {
      if (child % NODE == 0) nodeHead(out, false, Math.min(NODE, children - child));
      ByteBuffer entry = out.room(INNER_ENTRY);
      for (int i = 0; i < 4; i++) entry.putInt(below[4 * child + i]);
      entry.putLong(next + (long) child * childSize); // all nodes but the last are full
    }
  }

  private void writeLeaves(LittleEndianFile out) throws IOException {
    ByteBuffer node = ByteBuffer.allocate(NODE * LEAF_ENTRY).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < nodes(count); i++) {
      blocks.read((long) i * NODE * LEAF_ENTRY, node);
      nodeHead(out, true, node.limit() / LEAF_ENTRY);
      out.write(node.array(), node.limit());
    }
  }

  private static void nodeHead(LittleEndianFile out, boolean leaf, int entries) throws IOException {
    out.room(4).put((byte) (leaf ? 1 : 0)).put((byte) 0).putShort((short) entries);
  }

  /** One at least: an empty tree has an empty leaf. */
  private static int nodes(long entries) {
    return (int) Math.max(1, (entries + NODE - 1) / NODE);
  }

  @Override
  public void close() throws IOException {
    blocks.close();
  }
}
