package org.motifworks.data.deepsea;

import java.io.Closeable;
import java.io.IOException;
import java.util.Arrays;
import org.motifworks.data.mat.MatArray;
import org.motifworks.data.mat.MatFile;
import org.motifworks.data.source.InputFile;
import org.motifworks.data.source.SourceProblem;

/** The file of one split: its sequences and its labels, their shapes checked. */
final class SplitFile implements Closeable {

  static final int CHANNELS = 4;

  private static final long LONGEST_WINDOW = 100_000;

  private final String name;
  private final MatFile file;
  private final MatArray sequences;
  private final MatArray labels;

  private SplitFile(String name, MatFile file, MatArray sequences, MatArray labels) {
    this.name = name;
    this.file = file;
    this.sequences = sequences;
    this.labels = labels;
  }

  /**
   * @param prefix of the variables: {@code train}, {@code valid} or {@code test}
   * @throws SourceProblem {@code deepsea.shape}
   */
  static SplitFile open(InputFile input, String prefix) throws IOException {
    MatFile file = MatFile.open(input.path(), input.name());
    try {
      MatArray sequences = file.array(prefix + "xdata");
      MatArray labels = file.array(prefix + "data");
      checkSequences(input.name() + ", " + prefix + "xdata", sequences);
      checkLabels(input.name() + ", " + prefix + "data", labels, sequences);
      return new SplitFile(input.name(), file, sequences, labels);
    } catch (RuntimeException e) {
      file.close();
      throw e;
    }
  }

  private static void checkSequences(String place, MatArray array) {
    long[] shape = array.shape();
    boolean right =
        shape.length == 3
            && shape[1] == CHANNELS
            && shape[0] > 1
            && shape[0] <= LONGEST_WINDOW
            && isCount(shape[2]);
    if (right) return;
    throw shape(place, array, "positions x 4 x sequences");
  }

  private static void checkLabels(String place, MatArray array, MatArray sequences) {
    long[] shape = array.shape();
    boolean right = shape.length == 2 && isCount(shape[0]) && isCount(shape[1]);
    if (!right) throw shape(place, array, "labels x sequences");
    if (shape[1] == sequences.records()) return;
    throw shape(place, array, "labels x sequences, of which there are " + sequences.records());
  }

  private static boolean isCount(long size) {
    return size > 0 && size < Integer.MAX_VALUE;
  }

  private static SourceProblem shape(String place, MatArray array, String wanted) {
    return new SourceProblem(
        "deepsea.shape",
        place
            + " has the shape "
            + array.shapeText()
            + " (as HDF5 lists it, the reverse of MATLAB), and should have "
            + wanted
            + ".",
        "Save the arrays as DeepSEA's are: in MATLAB sequences x 4 x positions, and sequences x"
            + " labels.");
  }

  /**
   * @throws SourceProblem {@code deepsea.shape} when windows or labels are not as many as in {@code
   *     other}
   */
  void checkLike(SplitFile other) {
    int[] here = {window(), labels.planes()};
    int[] there = {other.window(), other.labels.planes()};
    if (Arrays.equals(here, there)) return;
    throw new SourceProblem(
        "deepsea.shape",
        name
            + " has "
            + here[0]
            + " positions and "
            + here[1]
            + " labels, "
            + other.name
            + " "
            + there[0]
            + " and "
            + there[1]
            + ".",
        "Use three files that belong together.");
  }

  String name() {
    return name;
  }

  MatArray sequences() {
    return sequences;
  }

  MatArray labels() {
    return labels;
  }

  /** nt in a sequence. */
  int window() {
    return sequences.planes() / CHANNELS;
  }

  int records() {
    return sequences.records();
  }

  /** Bytes of both arrays. */
  long bytes() {
    return (long) records() * (sequences.planes() + labels.planes());
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
