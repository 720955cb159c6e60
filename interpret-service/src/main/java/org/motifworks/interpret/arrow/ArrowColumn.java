package org.motifworks.interpret.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Field;

/** A nullable column of a batch that is being filled. */
public abstract class ArrowColumn {
  private final String name;
  private final LittleEndianBytes validity = new LittleEndianBytes();
  private int rows;
  private int nulls;

  ArrowColumn(String name) {
    this.name = name;
  }

  /**
   * How many values an array has.
   *
   * @param nulls how many of them are null
   */
  record Node(int length, int nulls) {}

  /** Appends a null. */
  public final void addNull() {
    addNothing();
    nulls++;
    rows++;
  }

  /** To be called with each value that is appended. */
  final void counted() {
    validity.setBit(rows);
    rows++;
  }

  /** What a null takes in the data. */
  abstract void addNothing();

  /** A constant of {@link org.apache.arrow.flatbuf.Type}. */
  abstract byte type();

  /** Writes what goes with {@link #type()}. */
  abstract int writeType(FlatBufferBuilder builder);

  /** Writes the fields of what a value consists of. */
  int[] writeChildren(FlatBufferBuilder builder) {
    return new int[0];
  }

  /** Of the values themselves, in the format's order. */
  abstract List<LittleEndianBytes> data();

  /** Arrays that values consist of. */
  List<Node> childNodes() {
    return List.of();
  }

  abstract void clearData();

  /** Writes the column's entry in the schema. */
  final int writeField(FlatBufferBuilder builder) {
    int children = Field.createChildrenVector(builder, writeChildren(builder));
    return writeField(builder, name, type(), writeType(builder), children);
  }

  static int writeField(
      FlatBufferBuilder builder, String name, byte typeType, int type, int children) {
    int text = builder.createString(name);
    Field.startField(builder);
    Field.addName(builder, text);
    Field.addNullable(builder, true);
    Field.addTypeType(builder, typeType);
    Field.addType(builder, type);
    Field.addChildren(builder, children);
    return Field.endField(builder);
  }

  final List<Node> nodes() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(new Node(rows, nulls));
    nodes.addAll(childNodes());
    return nodes;
  }

  final List<LittleEndianBytes> buffers() {
    validity.growTo((rows + Byte.SIZE - 1) / Byte.SIZE);
    List<LittleEndianBytes> buffers = new ArrayList<>();
    buffers.add(validity);
    buffers.addAll(data());
    return buffers;
  }

  final void clear() {
    validity.clear();
    rows = 0;
    nulls = 0;
    clearData();
  }
}
