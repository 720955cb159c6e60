package org.motifworks.interpret.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import org.apache.arrow.flatbuf.Field;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;

/** Lists of numbers of 32 bits, each as long as it is. */
public final class FloatListColumn extends ArrowColumn {
  private final LittleEndianBytes offsets = new LittleEndianBytes();
  private final LittleEndianBytes noNulls = new LittleEndianBytes();
  private final LittleEndianBytes values = new LittleEndianBytes();

  public FloatListColumn(String name) {
    super(name);
    offsets.put(0);
  }

  public void add(float[] list) {
    for (float value : list) values.put(value);
    offsets.put(count());
    counted();
  }

  @Override
  void addNothing() {
    offsets.put(count());
  }

  @Override
  byte type() {
    return Type.List;
  }

  @Override
  int writeType(FlatBufferBuilder builder) {
    org.apache.arrow.flatbuf.List.startList(builder);
    return org.apache.arrow.flatbuf.List.endList(builder);
  }

  @Override
  int[] writeChildren(FlatBufferBuilder builder) {
    int none = Field.createChildrenVector(builder, new int[0]);
    int type = FloatingPoint.createFloatingPoint(builder, Precision.SINGLE);
    return new int[] {writeField(builder, "item", Type.FloatingPoint, type, none)};
  }

  @Override
  List<Node> childNodes() {
    return List.of(new Node(count(), 0));
  }

  /** An empty bitmap says that none of the numbers is null. */
  @Override
  List<LittleEndianBytes> data() {
    return List.of(offsets, noNulls, values);
  }

  @Override
  void clearData() {
    values.clear();
    offsets.clear();
    offsets.put(0);
  }

  private int count() {
    return values.size() / Float.BYTES;
  }
}
