package org.motifworks.worker;

import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.DenseBlock;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;

/** Small datasets with two planted words, easy to learn in seconds, and a network for them. */
public final class TinyData {

  public static final int WINDOW = 41;

  private static final byte[][] WORDS = {{3, 2, 0, 1, 2, 3, 1, 0}, {2, 2, 1, 0, 0, 3, 3, 1}};

  private TinyData() {}

  /** Writes a dataset of two classes; a word is planted in about half of the sequences. */
  public static void write(Path folder, int training, int validation, int test, long seed)
      throws IOException {
    write(folder, WINDOW, training, validation, test, seed);
  }

  /** The same for another window, of at least {@link #WINDOW}. */
  public static void write(
      Path folder, int window, int training, int validation, int test, long seed)
      throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    DatasetLayout layout = new DatasetLayout(List.of("left", "right"), window, false);
    try (DatasetWriter writer = DatasetWriter.create(folder, layout)) {
      add(writer, Split.TRAIN, window, training, random);
      add(writer, Split.VALIDATION, window, validation, random);
      add(writer, Split.TEST, window, test, random);
      writer.finish(NullNode.getInstance());
    }
  }

  private static void add(
      DatasetWriter writer, Split split, int window, int count, SplittableRandom random)
      throws IOException {
    for (int i = 0; i < count; i++) {
      byte[] tokens = tokens(window, random);
      byte[] labels = new byte[WORDS.length];
      for (int word = 0; word < WORDS.length; word++) {
        if (random.nextBoolean()) {
          labels[word] = 1;
          int start = word * 20 + random.nextInt(12);
          System.arraycopy(WORDS[word], 0, tokens, start, WORDS[word].length);
        }
      }
      writer.add(split, split.folder() + i, tokens, labels);
    }
  }

  /** Random nucleotides, one in fifty an N. */
  public static byte[] tokens(int length, SplittableRandom random) {
    byte[] tokens = new byte[length];
    for (int i = 0; i < length; i++) {
      tokens[i] = (byte) (random.nextInt(50) == 0 ? 4 : random.nextInt(4));
    }
    return tokens;
  }

  /** Two convolutions whose pools do not divide the window, one dense layer. */
  public static Architecture architecture() {
    return new Architecture(
        "tiny",
        List.of(
            ConvolutionBlock.of(8, 9, PoolSpec.of(4)), ConvolutionBlock.of(12, 4, PoolSpec.of(3))),
        List.of(DenseBlock.of(16)));
  }
}
