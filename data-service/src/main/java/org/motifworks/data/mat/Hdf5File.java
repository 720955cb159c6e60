package org.motifworks.data.mat;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FixedPoint;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A MATLAB file of version 7.3. */
final class Hdf5File extends MatFile {

  private final HdfFile hdf;
  private final FileChannel raw;

  private Hdf5File(String name, HdfFile hdf, FileChannel raw) {
    super(name);
    this.hdf = hdf;
    this.raw = raw;
  }

  static Hdf5File openHdf5(Path path, String name) throws IOException {
    // By a channel that is not of a file jhdf reads; by a path it maps, which keeps every page.
    SeekableByteChannel channel = Files.newByteChannel(path);
    FileChannel raw = FileChannel.open(path);
    try {
      return new Hdf5File(name, new HdfFile(channel, path.toUri()), raw);
    } catch (RuntimeException e) {
      channel.close();
      raw.close();
      throw damaged(name, e);
    }
  }

  @Override
  Map<String, String> kinds() {
    try {
      return new TreeMap<>(
          hdf.getChildren().keySet().stream().collect(toMap(identity(), identity())));
    } catch (RuntimeException e) { // jhdf tells of damage by several
      throw damaged(name, e);
    }
  }

  @Override
  MatArray read(String variable) {
    try {
      Node node = hdf.getChild(variable);
      if (!(node instanceof Dataset dataset)) throw type(variable, "a group");
      boolean bytes = dataset.getDataType() instanceof FixedPoint && elementBytes(dataset) == 1;
      if (!bytes) throw type(variable, "of another type");
      if (dataset instanceof ChunkedDataset chunked) {
        return new ChunkedArray(name + ", " + variable, chunked);
      }
      if (dataset instanceof ContiguousDataset contiguous) {
        long base = hdf.getUserBlockSize();
        return new ContiguousArray(name + ", " + variable, contiguous, raw, base);
      }
    } catch (MatFormatException e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(name + ", " + variable, e);
    }
    throw new MatFormatException(
        "mat.layout", name + ", " + variable + " is neither chunked nor contiguous.");
  }

  static MatFormatException damaged(String place, RuntimeException cause) {
    return new MatFormatException(
        "mat.damaged", place + " is damaged or incomplete: " + cause.getMessage() + ".", cause);
  }

  private static int elementBytes(Dataset dataset) {
    return dataset.getDataType().getSize();
  }

  private MatFormatException type(String variable, String what) {
    return new MatFormatException(
        "mat.type", name + ", " + variable + " is " + what + ", not an array of uint8.");
  }

  @Override
  public void close() throws IOException {
    try (raw) {
      hdf.close();
    }
  }
}
