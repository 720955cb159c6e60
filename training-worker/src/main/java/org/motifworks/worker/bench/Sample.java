package org.motifworks.worker.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.worker.network.TokenSource;

/**
 * Random sequences and labels: no rate depends on what they say.
 *
 * @param tokens {@code [count, window]}, A C G T N = 0..4, one in fifty an N
 * @param labels {@code [count, classes]}, 0 or 1
 * @param count sequences
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sample(byte[] tokens, byte[] labels, int count) {

  /** Nucleotides a sequence, and classes: the paper's. */
  public static final int WINDOW = 200;

  /** Classes to tell apart. */
  public static final int CLASSES = 12;

  private static final long SEED = 2019;

  /** That many sequences, always the same. */
  public static Sample of(int count) {
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] tokens = new byte[count * WINDOW];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = (byte) (random.nextInt(50) == 0 ? 4 : random.nextInt(4));
    }
    byte[] labels = new byte[count * CLASSES];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) random.nextInt(2);
    }
    return new Sample(tokens, labels, count);
  }

  /** One-hot float32 {@code [count, 4, window]}; N is zeros. */
  public float[] oneHot() {
    float[] values = new float[count * 4 * WINDOW];
    for (int row = 0; row < count; row++) {
      for (int p = 0; p < WINDOW; p++) {
        byte token = tokens[row * WINDOW + p];
        if (token < 4) values[(row * 4 + token) * WINDOW + p] = 1;
      }
    }
    return values;
  }

  /** The sample as training reads it, from files in {@code folder}. */
  TokenSource mapped(Path folder) throws IOException {
    return new TokenSource(
        mapped(folder.resolve("sequences.npy"), tokens, WINDOW),
        mapped(folder.resolve("labels.npy"), labels, CLASSES));
  }

  private MappedByteMatrix mapped(Path file, byte[] values, int columns) throws IOException {
    try (NpyWriter writer = NpyWriter.bytes(file, columns)) {
      byte[] row = new byte[columns];
      for (int i = 0; i < count; i++) {
        System.arraycopy(values, i * columns, row, 0, columns);
        writer.writeRow(row);
      }
    }
    return MappedByteMatrix.open(file);
  }
}
