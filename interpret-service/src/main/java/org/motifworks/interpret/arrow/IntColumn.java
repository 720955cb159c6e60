package org.motifworks.interpret.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import org.apache.arrow.flatbuf.Int;
import org.apache.arrow.flatbuf.Type;

/** Whole numbers of 32 bits, with a sign. */
public final class IntColumn extends ArrowColumn {
  private final LittleEndianBytes values = new LittleEndianBytes();

  public IntColumn(String name) {
    super(name);
  }

  public void add(int value) {
    values.put(value);
    counted();
  }

  @Override
  void addNothing() {
    values.put(0);
  }

  @Override
  byte type() {
    return Type.Int;
  }

  @Override
  int writeType(FlatBufferBuilder builder) {
    return Int.createInt(builder, Integer.SIZE, true);
  }

  @Override
  List<LittleEndianBytes> data() {
    return List.of(values);
  }

  @Override
  void clearData() {
    values.clear();
  }
}
