package org.motifworks.interpret.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.util.List;
import org.apache.arrow.flatbuf.FloatingPoint;
import org.apache.arrow.flatbuf.Precision;
import org.apache.arrow.flatbuf.Type;

/** Numbers of 32 bits. */
public final class FloatColumn extends ArrowColumn {
  private final LittleEndianBytes values = new LittleEndianBytes();

  public FloatColumn(String name) {
    super(name);
  }

  public void add(float value) {
    values.put(value);
    counted();
  }

  @Override
  void addNothing() {
    values.put(0f);
  }

  @Override
  byte type() {
    return Type.FloatingPoint;
  }

  @Override
  int writeType(FlatBufferBuilder builder) {
    return FloatingPoint.createFloatingPoint(builder, Precision.SINGLE);
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
