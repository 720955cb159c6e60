package org.motifworks.core.npy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before the elements of a {@code .npy} file: their type and the shape of the array.
 *
 * <p>Written byte for byte as {@code numpy.save} writes it (format 1.0, padded so that the elements
 * start at a multiple of 64). Arrays in Fortran order are refused.
 *
 * @param shape dimensions, slowest first; each 0 or more
 * @see <a
 *     href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>
 */
public record NpyHeader(NpyType type, List<Long> shape) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;

  /** NumPy leaves room for the first dimension to grow in place to this many digits. */
  private static final int GROWTH_DIGITS = 21;

  private static final Pattern DESCRIPTOR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([^'\"]+)['\"]");
  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([0-9,\\s]*)\\)");

  public NpyHeader {
    shape = List.copyOf(shape);
    for (long dimension : shape) {
      if (dimension < 0)
        throw new IllegalArgumentException("A shape has no negative dimension: " + shape);
    }
  }

  /** Number of elements. */
  public long elements() {
    long product = 1;
    for (long dimension : shape) product = Math.multiplyExact(product, dimension);
    return product;
  }

  /**
   * The whole header, magic number to line end; its length does not depend on the first dimension.
   */
  public byte[] toBytes() {
    StringBuilder text = new StringBuilder("{'descr': '").append(type.descriptor());
    text.append("', 'fortran_order': False, 'shape': ").append(tuple()).append(", }");
    if (!shape.isEmpty())
      text.append(" ".repeat(GROWTH_DIGITS - Long.toString(shape.get(0)).length()));
    int before = MAGIC.length + 4;
    text.append(" ".repeat(ALIGNMENT - (before + text.length() + 1) % ALIGNMENT)).append('\n');

    ByteBuffer bytes = ByteBuffer.allocate(before + text.length()).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length());
    return bytes.put(text.toString().getBytes(StandardCharsets.US_ASCII)).array();
  }

  /**
   * Reads the header at the start of a file and leaves the channel at the first element.
   *
   * @throws NpyFormatException if it is no {@code .npy} file, of another type or order, or not
   *     exactly as long as its shape says
   */
  public static NpyHeader read(FileChannel channel, Path file) throws IOException {
    ByteBuffer start = read(channel, 0, MAGIC.length + 6, file);
    for (byte expected : MAGIC) {
      if (start.get() != expected)
        throw new NpyFormatException(file, "not a .npy file (wrong first bytes).");
    }
    int version = start.get();
    start.get();
    if (version < 1 || version > 3) {
      throw new NpyFormatException(file, "npy format " + version + " is unknown; 1 to 3 are read.");
    }
    int textStart = MAGIC.length + (version == 1 ? 4 : 6);
    long length = version == 1 ? start.getShort() & 0xffff : start.getInt() & 0xffffffffL;
    if (length > 1 << 16)
      throw new NpyFormatException(file, "its header claims " + length + " bytes.");
    ByteBuffer text = read(channel, textStart, (int) length, file);
    NpyHeader header = parse(StandardCharsets.ISO_8859_1.decode(text).toString(), file);
    header.checkLength(channel.size(), textStart + length, file);
    channel.position(textStart + length);
    return header;
  }

  private static NpyHeader parse(String text, Path file) throws NpyFormatException {
    String descriptor = find(DESCRIPTOR, text, "descr", file);
    if (find(ORDER, text, "fortran_order", file).equals("True")) {
      throw new NpyFormatException(
          file, "is in Fortran order; save it with numpy.ascontiguousarray.");
    }
    String tuple = find(SHAPE, text, "shape", file);
    List<Long> shape = new ArrayList<>();
    for (String dimension : tuple.split(",", -1)) {
      try {
        if (!dimension.isBlank()) shape.add(Long.valueOf(dimension.strip()));
      } catch (NumberFormatException e) {
        throw new NpyFormatException(file, "its shape (" + tuple + ") is not numbers.");
      }
    }
    for (NpyType type : NpyType.values()) {
      if (type.descriptor().equals(descriptor)) return new NpyHeader(type, shape);
    }
    throw new NpyFormatException(
        file, "element type '" + descriptor + "'; read are '|u1' and '<f4'.");
  }

  private static String find(Pattern pattern, String text, String key, Path file)
      throws NpyFormatException {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find())
      throw new NpyFormatException(file, "its header has no '" + key + "': " + text.strip());
    return matcher.group(1);
  }

  private void checkLength(long actual, long dataStart, Path file) throws NpyFormatException {
    long expected;
    try {
      expected = Math.addExact(dataStart, Math.multiplyExact(elements(), type.bytes()));
    } catch (ArithmeticException e) {
      throw new NpyFormatException(file, "its shape " + tuple() + " is larger than any file.");
    }
    if (actual == expected) return;
    String what = actual < expected ? "truncated" : "too long";
    throw new NpyFormatException(
        file,
        what + ": shape " + tuple() + " needs " + expected + " bytes, it has " + actual + ".");
  }

  private static ByteBuffer read(FileChannel channel, long from, int length, Path file)
      throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, from + bytes.position()) < 0) {
        throw new NpyFormatException(file, "truncated within its header.");
      }
    }
    return bytes.flip();
  }

  /** The shape as Python writes it: {@code (5,)}, {@code (3, 4)}. */
  String tuple() {
    String inside = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return shape.size() == 1 ? "(" + inside + ",)" : "(" + inside + ")";
  }
}
