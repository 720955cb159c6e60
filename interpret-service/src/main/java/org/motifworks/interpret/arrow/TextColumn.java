package org.motifworks.interpret.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.arrow.flatbuf.Type;
import org.apache.arrow.flatbuf.Utf8;

/** Texts (utf8). */
public final class TextColumn extends ArrowColumn {
  private final LittleEndianBytes offsets = new LittleEndianBytes();
  private final LittleEndianBytes letters = new LittleEndianBytes();

  public TextColumn(String name) {
    super(name);
    offsets.put(0);
  }

  public void add(String text) {
    letters.put(text.getBytes(StandardCharsets.UTF_8));
    offsets.put(letters.size());
    counted();
  }

  @Override
  void addNothing() {
    offsets.put(letters.size());
  }

  @Override
  byte type() {
    return Type.Utf8;
  }

  @Override
  int writeType(FlatBufferBuilder builder) {
    Utf8.startUtf8(builder);
    return Utf8.endUtf8(builder);
  }

  @Override
  List<LittleEndianBytes> data() {
    return List.of(offsets, letters);
  }

  @Override
  void clearData() {
    letters.clear();
    offsets.clear();
    offsets.put(0);
  }
}
