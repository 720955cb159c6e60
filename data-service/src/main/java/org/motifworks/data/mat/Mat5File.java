package org.motifworks.data.mat;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * A MATLAB file of version 5 to 7: a header of 128 bytes, then a variable after the other, each of
 * them compressed or not. See MathWorks, "MAT-File Format", level 5.
 */
final class Mat5File extends MatFile {

  private static final int HEADER = 128;

  private final FileChannel file;
  private final Map<String, Mat5Array> arrays = new LinkedHashMap<>();
  private final Map<String, String> kinds = new LinkedHashMap<>();

  private Mat5File(String name, FileChannel file) {
    super(name);
    this.file = file;
  }

  static Mat5File openMat5(Path path, String name) throws IOException {
    Mat5File opened = new Mat5File(name, FileChannel.open(path));
    try {
      opened.scan();
      return opened;
    } catch (EOFException e) {
      opened.close();
      throw new MatFormatException("mat.damaged", name + " ends too early.", e);
    } catch (ZipException e) {
      opened.close();
      throw new MatFormatException("mat.damaged", name + " is damaged: " + e.getMessage(), e);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void scan() throws IOException {
    ByteOrder order = order();
    for (long at = HEADER; at < file.size(); ) {
      Mat5Element element = Mat5Element.at(file, at, order);
      if (element.end() > file.size()) throw new EOFException();
      if (element.mayBeArray()) {
        Mat5Array array = Mat5Array.head(name, element);
        arrays.put(array.variable(), array);
        kinds.put(array.variable(), array.variable() + " (" + array.kind() + ")");
      }
      at = element.end();
    }
  }

  private ByteOrder order() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    while (header.hasRemaining() && file.read(header, header.position()) >= 0) {}
    boolean little = header.get(126) == 'I' && header.get(127) == 'M';
    boolean big = header.get(126) == 'M' && header.get(127) == 'I';
    if (little) return ByteOrder.LITTLE_ENDIAN;
    if (big) return ByteOrder.BIG_ENDIAN;
    throw new MatFormatException(
        "mat.format", name + " is no MATLAB file of version 5 to 7.3: its header says otherwise.");
  }

  @Override
  Map<String, String> kinds() {
    return kinds;
  }

  @Override
  MatArray read(String variable) {
    Mat5Array array = arrays.get(variable);
    array.checkBytes();
    return array;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
