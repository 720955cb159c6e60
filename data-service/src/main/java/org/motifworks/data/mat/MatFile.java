package org.motifworks.data.mat;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Map;

/** A MATLAB file, version 5 to 7 or 7.3, opened to read arrays of bytes from it. */
public abstract class MatFile implements Closeable {

  /** Most bytes of an array that are held at once. */
  static final int LARGEST_CELL = 1 << 26;

  private static final long HDF5_SIGNATURE = 0x894844460d0a1a0aL; // \211 H D F \r \n \032 \n

  final String name;

  MatFile(String name) {
    this.name = name;
  }

  /**
   * Opens a file.
   *
   * @param name what errors call it
   * @throws MatFormatException {@code mat.format}, {@code mat.damaged}
   */
  public static MatFile open(Path path, String name) throws IOException {
    return isHdf5(path) ? Hdf5File.openHdf5(path, name) : Mat5File.openMat5(path, name);
  }

  /**
   * The array called {@code variable}.
   *
   * @throws MatFormatException {@code mat.variable-missing}, {@code mat.type} when its elements are
   *     not single bytes, {@code mat.layout} when it is stored in a way that cannot be read in
   *     parts
   */
  public final MatArray array(String variable) {
    Map<String, String> kinds = kinds();
    if (kinds.containsKey(variable)) return read(variable);
    throw new MatFormatException(
        "mat.variable-missing",
        name + " holds no '" + variable + "', but " + String.join(", ", kinds.values()) + ".");
  }

  /** What is in the file, by name, in words. */
  abstract Map<String, String> kinds();

  abstract MatArray read(String variable);

  /** HDF5 may begin after a user block of 512, 1024, ... bytes; MATLAB's is 512. */
  private static boolean isHdf5(Path path) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      ByteBuffer first = ByteBuffer.allocate(8);
      for (long at = 0; at < file.size() && at <= 1 << 20; at = at == 0 ? 512 : 2 * at) {
        first.clear();
        if (file.read(first, at) == 8 && first.getLong(0) == HDF5_SIGNATURE) return true;
      }
      return false;
    }
  }
}
