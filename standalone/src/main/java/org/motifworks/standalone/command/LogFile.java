package org.motifworks.standalone.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A log that another process writes and rotates, read from near its end onwards. */
final class LogFile {

  private static final int TAIL_BYTES_PER_LINE = 400;
  private static final int READ_BYTES = 1 << 20;

  private final Path file;
  private long position;
  private String unfinished = "";

  LogFile(Path file) {
    this.file = file;
  }

  /** At most the last {@code lines}; later reads go on from there. */
  List<String> last(int lines) throws IOException {
    long size = Files.exists(file) ? Files.size(file) : 0;
    position = Math.max(0, size - (long) lines * TAIL_BYTES_PER_LINE);
    boolean cut = position > 0;
    List<String> all = new ArrayList<>(more());
    if (cut && !all.isEmpty()) all.remove(0); // its beginning is missing
    return all.subList(Math.max(0, all.size() - lines), all.size());
  }

  /** Whole lines written since the last read. */
  List<String> more() throws IOException {
    List<String> lines = new ArrayList<>();
    if (!Files.exists(file)) return lines;
    try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
      if (open.length() < position) position = 0; // it was rotated
      open.seek(position);
      byte[] bytes = new byte[(int) Math.min(READ_BYTES, open.length() - position)];
      open.readFully(bytes);
      position += bytes.length;
      String text = unfinished + new String(bytes, StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n');
      unfinished = text.substring(end + 1);
      if (end >= 0) lines.addAll(List.of(text.substring(0, end).split("\n", -1)));
    }
    return lines;
  }
}
