package org.motifworks.core.genome;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes 2bit by the letter of UCSC's description, slowly, for tests. */
final class TwoBitFiles {

  private TwoBitFiles() {}

  static Path write(Path file, Map<String, String> sequences, ByteOrder order) throws IOException {
    int index = 16;
    for (String name : sequences.keySet()) index += 5 + name.length();
    List<ByteBuffer> records = new ArrayList<>();
    ByteBuffer head = ByteBuffer.allocate(index).order(order);
    head.putInt(0x1A412743).putInt(0).putInt(sequences.size()).putInt(0);
    int offset = index;
    for (Map.Entry<String, String> each : sequences.entrySet()) {
      head.put((byte) each.getKey().length()).put(each.getKey().getBytes(StandardCharsets.UTF_8));
      head.putInt(offset);
      ByteBuffer record = record(each.getValue(), order);
      records.add(record);
      offset += record.limit();
    }
    byte[] all = new byte[offset];
    ByteBuffer out = ByteBuffer.wrap(all).put(head.flip());
    records.forEach(out::put);
    return Files.write(file, all);
  }

  private static ByteBuffer record(String letters, ByteOrder order) {
    List<int[]> unknown = runs(letters, "Nn");
    List<int[]> masked = runs(letters, "acgtn");
    int size = 16 + 8 * unknown.size() + 8 * masked.size() + (letters.length() + 3) / 4;
    ByteBuffer record = ByteBuffer.allocate(size).order(order).putInt(letters.length());
    for (List<int[]> runs : List.of(unknown, masked)) {
      record.putInt(runs.size());
      for (int[] run : runs) record.putInt(run[0]);
      for (int[] run : runs) record.putInt(run[1]);
    }
    record.putInt(0);
    for (int i = 0; i < letters.length(); i += 4) {
      int packed = 0;
      for (int j = 0; j < 4; j++) {
        char letter = i + j < letters.length() ? letters.charAt(i + j) : 'T';
        packed = packed << 2 | Math.max(0, "TCAG".indexOf(Character.toUpperCase(letter)));
      }
      record.put((byte) packed);
    }
    return record.flip();
  }

  private static List<int[]> runs(String letters, String of) {
    List<int[]> runs = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= letters.length(); i++) {
      boolean in = i < letters.length() && of.indexOf(letters.charAt(i)) >= 0;
      if (in && start < 0) start = i;
      if (!in && start >= 0) {
        runs.add(new int[] {start, i - start});
        start = -1;
      }
    }
    return runs;
  }
}
