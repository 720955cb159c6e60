package org.motifworks.trainer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.DatasetReady;
import org.motifworks.core.dataset.DatasetLayout;
import org.motifworks.core.dataset.DatasetWriter;
import org.motifworks.core.dataset.Split;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.artifact.Staging;
import org.motifworks.kit.id.Ids;

/** Two classes of 40-nt sequences that differ by one planted word: quick to learn. */
public final class TinyDataset {

  private static final long SEED = 20_260_101;
  private static final int WINDOW = 40;
  private static final byte[] WORD = {3, 2, 0, 1, 3, 1, 0, 3}; // TGACTCAT, as tokens
  private static final List<String> CLASSES = List.of("with", "without");

  private TinyDataset() {}

  /** Commits it and gives the fact that tells of it. */
  public static DatasetReady commit(ArtifactStore store, String name) throws IOException {
    return commit(store, name, SEED);
  }

  /** The same of other sequences. */
  static DatasetReady commit(ArtifactStore store, String name, long seed) throws IOException {
    return commit(store, name, seed, false);
  }

  /** The same with the labels of the training and validation split exchanged. */
  static DatasetReady commitMislabelled(ArtifactStore store, String name) throws IOException {
    return commit(store, name, SEED, true);
  }

  private static DatasetReady commit(
      ArtifactStore store, String name, long seed, boolean mislabelled) throws IOException {
    String id = Ids.next();
    try (Staging staging = store.stage("datasets/" + id + "/1")) {
      try (DatasetWriter writer =
          DatasetWriter.create(staging.folder(), new DatasetLayout(CLASSES, WINDOW, false))) {
        SplittableRandom random = new SplittableRandom(seed);
        write(writer, Split.TRAIN, 400, random, mislabelled);
        write(writer, Split.VALIDATION, 100, random, mislabelled);
        write(writer, Split.TEST, 300, random, false);
        writer.finish(JsonNodeFactory.instance.objectNode().put("kind", "tiny"));
      }
      ArtifactRef ref = staging.commit("dataset");
      return new DatasetReady(
          id,
          3,
          name,
          ref,
          CLASSES,
          WINDOW,
          new DatasetReady.Counts(400, 100, 300),
          Optional.empty());
    }
  }

  private static void write(
      DatasetWriter writer,
      Split split,
      int sequences,
      SplittableRandom random,
      boolean mislabelled)
      throws IOException {
    for (int i = 0; i < sequences; i++) {
      byte[] tokens = new byte[WINDOW];
      for (int position = 0; position < WINDOW; position++)
        tokens[position] = (byte) random.nextInt(4);
      boolean planted = i % 2 == 0;
      if (planted)
        System.arraycopy(WORD, 0, tokens, random.nextInt(WINDOW - WORD.length), WORD.length);
      boolean with = planted != mislabelled;
      byte[] labels = {(byte) (with ? 1 : 0), (byte) (with ? 0 : 1)};
      writer.add(split, split.name().toLowerCase(java.util.Locale.ROOT) + "-" + i, tokens, labels);
    }
  }
}
