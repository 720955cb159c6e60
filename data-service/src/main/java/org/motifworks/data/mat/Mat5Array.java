package org.motifworks.data.mat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipException;

/**
 * A variable of a MATLAB 5 file, read as a stream: its elements stand in the order that MATLAB
 * counts, records first, so one plane follows the other.
 */
final class Mat5Array extends MatArray {

  private static final int INT8 = 1;
  private static final int UINT8 = 2;
  private static final int MOST_DIMENSIONS = 8;
  private static final int LONGEST_NAME = 256;

  private final String file;
  private final Mat5Element element;
  private final String variable;
  private final int dataType;

  private Mat5Array(String file, Mat5Element element, String variable, long[] shape, int dataType) {
    super(shape);
    this.file = file;
    this.element = element;
    this.variable = variable;
    this.dataType = dataType;
  }

  /** Reads what a variable is, not its elements. */
  static Mat5Array head(String file, Mat5Element element) throws IOException {
    try (InputStream in = element.open()) {
      Head head = Head.read(in, element.order(), file);
      return new Mat5Array(file, element, head.name, head.shape, head.dataType);
    }
  }

  String variable() {
    return variable;
  }

  String kind() {
    boolean bytes = dataType == UINT8 || dataType == INT8;
    return shapeText() + (bytes ? " bytes" : " of another type");
  }

  void checkBytes() {
    if (dataType == UINT8 || dataType == INT8) return;
    throw new MatFormatException(
        "mat.type", file + ", " + variable + " is of another type, not an array of uint8.");
  }

  @Override
  public void read(int group, Receiver receiver) throws IOException {
    long size = (long) group * records();
    if (size > MatFile.LARGEST_CELL) {
      throw new MatFormatException(
          "mat.cells-too-large",
          file + ", " + variable + " has so many records that " + size + " bytes must be held.");
    }
    byte[] cell = new byte[(int) size];
    try (InputStream in = element.open()) {
      Head.read(in, element.order(), file);
      for (int plane = 0; plane < planes(); plane += group) {
        if (in.readNBytes(cell, 0, cell.length) < cell.length) throw new EOFException();
        receiver.cell(plane, group, 0, records(), cell);
      }
    } catch (EOFException e) {
      throw new MatFormatException("mat.damaged", file + ", " + variable + " ends too early.", e);
    } catch (ZipException e) {
      throw new MatFormatException(
          "mat.damaged", file + ", " + variable + " is damaged: " + e.getMessage() + ".", e);
    }
  }

  /** Flags, dimensions, name and the tag of the elements, which stand before them. */
  private static final class Head {
    String name = "";
    long[] shape = {};
    int dataType;

    static Head read(InputStream in, ByteOrder order, String file) throws IOException {
      Head head = new Head();
      Tag flags = Tag.read(in, order);
      data(in, flags, 64, file);
      Tag dimensions = Tag.read(in, order);
      ByteBuffer numbers = data(in, dimensions, 4 * MOST_DIMENSIONS, file).order(order);
      int count = dimensions.size / 4;
      head.shape = new long[count];
      for (int i = 0; i < count; i++) head.shape[count - 1 - i] = numbers.getInt();
      Tag nameTag = Tag.read(in, order);
      byte[] letters = new byte[nameTag.size];
      data(in, nameTag, LONGEST_NAME, file).get(letters);
      head.name = new String(letters, StandardCharsets.UTF_8);
      Tag elements = head.shape.length == 0 ? null : Tag.readIfThere(in, order);
      if (elements == null) return head; // an empty variable
      head.dataType = elements.small == null ? elements.type : 0; // up to 4 elements: no array
      long product = 1;
      for (long size : head.shape) product = size < 0 ? -1 : Math.multiplyExact(product, size);
      boolean bytes = head.dataType == UINT8 || head.dataType == INT8;
      if (count < 2 || bytes && product != (elements.size & 0xffffffffL)) {
        throw new MatFormatException(
            "mat.damaged", file + ", " + head.name + ": its size and its dimensions differ.");
      }
      return head;
    }

    private static ByteBuffer data(InputStream in, Tag tag, int most, String file)
        throws IOException {
      if (tag.small != null) return ByteBuffer.wrap(tag.small);
      if (tag.size < 0 || tag.size > most) {
        throw new MatFormatException("mat.damaged", file + " has a variable that is none.");
      }
      byte[] bytes = in.readNBytes((tag.size + 7) / 8 * 8);
      if (bytes.length < tag.size) throw new EOFException();
      return ByteBuffer.wrap(bytes);
    }
  }

  /** Type and size; of at most 4 bytes the data stand in the tag itself. */
  private static final class Tag {
    final int type;
    final int size;
    final byte[] small;

    private Tag(int type, int size, byte[] small) {
      this.type = type;
      this.size = size;
      this.small = small;
    }

    static Tag read(InputStream in, ByteOrder order) throws IOException {
      Tag tag = readIfThere(in, order);
      if (tag == null) throw new EOFException();
      return tag;
    }

    static Tag readIfThere(InputStream in, ByteOrder order) throws IOException {
      byte[] bytes = in.readNBytes(8);
      if (bytes.length < 8) return null;
      ByteBuffer tag = ByteBuffer.wrap(bytes).order(order);
      int first = tag.getInt();
      int smallSize = first >>> 16;
      if (smallSize == 0) return new Tag(first, tag.getInt(), null);
      byte[] small = new byte[4];
      tag.get(small);
      return new Tag(first & 0xffff, Math.min(smallSize, 4), small);
    }
  }
}
