package org.motifworks.core.track;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a small bigWig file whole, the slow way: what the tables of the format's paper say. */
final class BigWigReader {

  private final ByteBuffer file;
  private final Inflater inflater = new Inflater();
  private final byte[] part = new byte[1 << 16];

  BigWigReader(Path path) throws IOException {
    this.file = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
  }

  record Value(int chromosome, int start, int end, float value) {}

  record Zoom(int chromosome, int start, int end, int bases, float min, float max, float sum) {

    Zoom withSum(float other) {
      return new Zoom(chromosome, start, end, bases, min, max, other);
    }
  }

  record Total(long bases, double minimum, double maximum, double sum, double squares) {}

  int zoomLevels() {
    return file.getShort(6);
  }

  int reduction(int level) {
    return file.getInt(64 + 24 * level);
  }

  Total total() {
    int at = (int) file.getLong(44);
    return new Total(
        file.getLong(at),
        file.getDouble(at + 8),
        file.getDouble(at + 16),
        file.getDouble(at + 24),
        file.getDouble(at + 32));
  }

  List<String> chromosomes() {
    int at = (int) file.getLong(8);
    check(file.getInt(at) == 0x78CA8C91);
    int key = file.getInt(at + 8);
    check(file.get(at + 32) == 1);
    List<String> names = new ArrayList<>();
    for (int i = 0; i < file.getLong(at + 16); i++) {
      int entry = at + 36 + i * (key + 8);
      String name = new String(file.array(), entry, key, StandardCharsets.UTF_8).replace("\0", "");
      check(file.getInt(entry + key) == i);
      names.add(name + ":" + file.getInt(entry + key + 4));
    }
    return names;
  }

  List<Value> values() {
    check(file.getInt(0) == 0x888FFC26);
    check(file.getShort(4) == 4);
    List<Value> values = new ArrayList<>();
    int sections = 0;
    for (ByteBuffer section : blocks((int) file.getLong(24))) {
      sections++;
      int chromosome = section.getInt();
      final int first = section.getInt();
      final int end = section.getInt();
      int step = section.getInt();
      int span = section.getInt();
      check(section.get() == 3);
      section.get();
      int count = section.getShort() & 0xffff;
      for (int i = 0; i < count; i++) {
        int start = first + i * step;
        values.add(new Value(chromosome, start, start + span, section.getFloat()));
      }
      check(values.get(values.size() - 1).end() == end);
      check(!section.hasRemaining());
    }
    check(file.getInt((int) file.getLong(16)) == sections);
    return values;
  }

  List<Zoom> zoom(int level) {
    int data = (int) file.getLong(64 + 24 * level + 8);
    List<Zoom> records = new ArrayList<>();
    for (ByteBuffer block : blocks((int) file.getLong(64 + 24 * level + 16))) {
      while (block.hasRemaining()) {
        records.add(
            new Zoom(
                block.getInt(),
                block.getInt(),
                block.getInt(),
                block.getInt(),
                block.getFloat(),
                block.getFloat(),
                block.getFloat()));
        block.getFloat();
      }
    }
    check(file.getInt(data) == records.size());
    return records;
  }

  /** All blocks of an R tree, from its root; each has to lie within what its parents say. */
  private List<ByteBuffer> blocks(int index) {
    check(file.getInt(index) == 0x2468ACE0);
    List<ByteBuffer> blocks = new ArrayList<>();
    walk(index + 48, place(index + 16), place(index + 24), blocks);
    check(blocks.size() == file.getLong(index + 8));
    return blocks;
  }

  private void walk(int node, long from, long to, List<ByteBuffer> blocks) {
    boolean leaf = file.get(node) == 1;
    int entries = file.getShort(node + 2) & 0xffff;
    for (int i = 0; i < entries; i++) {
      int entry = node + 4 + i * (leaf ? 32 : 24);
      check(place(entry) >= from && place(entry + 8) <= to);
      int offset = (int) file.getLong(entry + 16);
      if (leaf) blocks.add(inflated(offset, (int) file.getLong(entry + 24)));
      else walk(offset, place(entry), place(entry + 8), blocks);
    }
  }

  /** Chromosome and base as one number. */
  private long place(int at) {
    return (long) file.getInt(at) << 32 | file.getInt(at + 4);
  }

  private ByteBuffer inflated(int offset, int size) {
    inflater.reset();
    inflater.setInput(file.array(), offset, size);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      while (!inflater.finished()) bytes.write(part, 0, inflater.inflate(part));
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    }
    check(inflater.getRemaining() == 0);
    check(bytes.size() <= file.getInt(52)); // what a reader has room for
    return ByteBuffer.wrap(bytes.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void check(boolean right) {
    if (!right) throw new AssertionError("no bigWig as it should be");
  }
}
