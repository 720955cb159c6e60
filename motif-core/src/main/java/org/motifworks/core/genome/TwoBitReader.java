package org.motifworks.core.genome;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.motifworks.core.sequence.FastaParts;
import org.motifworks.core.sequence.Nucleotide;
import org.motifworks.core.sequence.SequenceFormatException;

/**
 * Reads UCSC's 2bit: four nucleotides a byte, first in the highest bits, T C A G = 0..3, and lists
 * of the stretches that are N. Masks are passed over. See the format's page at
 * genome.ucsc.edu/FAQ/FAQformat.html, versions 0 and 1.
 */
final class TwoBitReader {

  private static final int SIGNATURE = 0x1A412743;
  private static final byte[] TOKENS = {Nucleotide.T, Nucleotide.C, Nucleotide.A, Nucleotide.G};
  private static final int PART = 1 << 16; // nt, a multiple of 4

  private final FileChannel file;
  private final long size;
  private final ByteOrder order;
  private final String source;
  private final LongConsumer progress;

  private TwoBitReader(FileChannel file, ByteOrder order, String source, LongConsumer progress)
      throws IOException {
    this.file = file;
    this.size = file.size();
    this.order = order;
    this.source = source;
    this.progress = progress;
  }

  /** The byte order of a 2bit file; empty when it is none. */
  static Optional<ByteOrder> order(FileChannel file) throws IOException {
    ByteBuffer first = ByteBuffer.allocate(4);
    if (file.read(first, 0) < 4) return Optional.empty();
    if (first.order(ByteOrder.LITTLE_ENDIAN).getInt(0) == SIGNATURE) {
      return Optional.of(ByteOrder.LITTLE_ENDIAN);
    }
    boolean big = first.order(ByteOrder.BIG_ENDIAN).getInt(0) == SIGNATURE;
    return big ? Optional.of(ByteOrder.BIG_ENDIAN) : Optional.empty();
  }

  /**
   * Hands on all sequences in the order of the file's index.
   *
   * @throws SequenceFormatException {@code twobit.damaged}
   */
  static void read(Path path, String source, FastaParts.Receiver receiver, LongConsumer progress)
      throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      ByteOrder order = order(file).orElseThrow();
      new TwoBitReader(file, order, source, progress).readAll(receiver);
    }
  }

  private void readAll(FastaParts.Receiver receiver) throws IOException {
    ByteBuffer header = bytes(4, 12, "");
    int version = header.getInt();
    int sequences = header.getInt();
    if (version < 0 || version > 1) throw damaged("", "version " + version + ", not 0 or 1");
    if (sequences < 1) throw damaged("", "it has no sequences");
    int offsetBytes = version == 0 ? 4 : 8;
    long at = 16;
    for (int i = 0; i < sequences; i++) {
      int nameLength = bytes(at, 1, "").get() & 0xff;
      ByteBuffer entry = bytes(at + 1, nameLength + offsetBytes, "");
      byte[] name = new byte[nameLength];
      entry.get(name);
      long offset = version == 0 ? entry.getInt() & 0xffffffffL : entry.getLong();
      String id = new String(name, StandardCharsets.UTF_8);
      receiver.begin(id, 0);
      readSequence(id, offset, receiver);
      at += 1 + nameLength + offsetBytes;
    }
  }

  private void readSequence(String id, long offset, FastaParts.Receiver receiver)
      throws IOException {
    ByteBuffer head = bytes(offset, 8, id);
    int length = head.getInt();
    int blocks = head.getInt();
    if (length < 1) throw damaged(id, "its length is " + (length & 0xffffffffL) + " nt");
    int[] starts = numbers(offset + 8, blocks, id);
    int[] sizes = numbers(offset + 8 + 4L * blocks, blocks, id);
    long at = offset + 8 + 8L * blocks;
    int masks = bytes(at, 4, id).getInt();
    if (masks < 0) throw damaged(id, "it has " + masks + " masked stretches");
    at += 4 + 8L * masks + 4; // and a reserved word
    byte[] part = new byte[PART];
    for (int from = 0; from < length; ) {
      int count = Math.min(PART, length - from);
      unpack(bytes(at + from / 4, (count + 3) / 4, id), part, count);
      for (int i = 0; i < blocks; i++) {
        long first = Math.max(from, starts[i]);
        long end = Math.min((long) from + count, (long) starts[i] + sizes[i]);
        if (first < end) {
          Arrays.fill(part, (int) first - from, (int) end - from, Nucleotide.N);
        }
      }
      receiver.part(part, count);
      progress.accept(at + (from + count) / 4);
      if (count == length - from) break; // from would overflow near 2^31
      from += count;
    }
  }

  private static void unpack(ByteBuffer packed, byte[] into, int count) {
    int at = 0;
    for (; at <= count - 4; at += 4) {
      byte four = packed.get(at >> 2);
      into[at] = TOKENS[four >> 6 & 3];
      into[at + 1] = TOKENS[four >> 4 & 3];
      into[at + 2] = TOKENS[four >> 2 & 3];
      into[at + 3] = TOKENS[four & 3];
    }
    for (; at < count; at++) into[at] = TOKENS[packed.get(at >> 2) >> (6 - 2 * (at & 3)) & 3];
  }

  private int[] numbers(long offset, int count, String id) throws IOException {
    if (count < 0 || count > Math.min(size / 8, 1 << 26))
      throw damaged(id, "it has " + count + " stretches of N");
    int[] numbers = new int[count];
    bytes(offset, 4 * count, id).asIntBuffer().get(numbers);
    for (int number : numbers) if (number < 0) throw damaged(id, "a stretch of N is out of range");
    return numbers;
  }

  private ByteBuffer bytes(long offset, int count, String id) throws IOException {
    if (offset < 0 || offset > size - count) throw damaged(id, "it ends too early");
    ByteBuffer bytes = ByteBuffer.allocate(count).order(order);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) throw damaged(id, "it ends too early");
    }
    return bytes.flip();
  }

  private SequenceFormatException damaged(String id, String detail) {
    return new SequenceFormatException(
        "twobit.damaged", source, 0, 0, id, "The 2bit file is damaged: " + detail + ".");
  }
}
