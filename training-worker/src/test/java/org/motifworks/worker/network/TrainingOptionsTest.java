package org.motifworks.worker.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.contracts.training.ComputeDevice;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.TrainingPresets;
import org.motifworks.core.dataset.Dataset;
import org.motifworks.core.dataset.DatasetSplit;
import org.motifworks.core.dataset.Split;
import org.motifworks.core.npy.MappedByteMatrix;
import org.motifworks.core.npy.NpyWriter;
import org.motifworks.worker.TinyData;

/** What the options do to the weights, on the real engine. */
class TrainingOptionsTest {

  private static final long SEED = 5;
  private static final String NO_DROPOUT =
      "{\"convolutions\":[{\"filters\":8,\"size\":9,\"dropout\":0,\"pool\":{\"size\":4}}]}";

  @TempDir static Path shared;
  @TempDir Path folder;
  private static Dataset dataset;

  @BeforeAll
  static void writeDataset() throws IOException {
    TinyData.write(shared.resolve("dataset"), 200, 20, 20, SEED);
    dataset = Dataset.open(shared.resolve("dataset"));
  }

  @AfterAll
  static void close() {
    dataset.close();
  }

  private static TokenSource training() {
    DatasetSplit split = dataset.split(Split.TRAIN);
    return new TokenSource(split.sequences(), split.labels());
  }

  private static NetworkTrainer trainer(String options) throws IOException {
    return new NetworkTrainer(
        EngineChoice.start(ComputeDevice.CPU, 1),
        Architecture.fromJson(NO_DROPOUT),
        TrainingPresets.withOverrides(new ObjectMapper().readTree(options)),
        TinyData.WINDOW,
        2,
        SEED);
  }

  private static float[] afterTwoEpochs(
      String options, TokenSource source, double learningRate, float[] positiveWeights)
      throws IOException {
    try (NetworkTrainer trainer = trainer(options)) {
      trainer.trainEpoch(source, 1, learningRate, positiveWeights);
      trainer.trainEpoch(source, 2, learningRate, positiveWeights);
      return trainer.weights().values("conv1.weight");
    }
  }

  @Test
  void weightsOfOne_changeNothing_andOthersDo() throws Exception {
    float[] plain = afterTwoEpochs("{}", training(), 1e-3, null);
    assertThat(afterTwoEpochs("{}", training(), 1e-3, new float[] {1, 1})).isEqualTo(plain);
    assertThat(afterTwoEpochs("{}", training(), 1e-3, new float[] {1, 9})).isNotEqualTo(plain);
  }

  @Test
  void learningRate_isThatOfTheEpoch() throws Exception {
    try (NetworkTrainer trainer = trainer("{}")) {
      float[] start = trainer.weights().values("conv1.weight");
      trainer.trainEpoch(training(), 1, 0, null);
      assertThat(trainer.weights().values("conv1.weight")).isEqualTo(start);
      trainer.trainEpoch(training(), 2, 1e-3, null);
      assertThat(trainer.weights().values("conv1.weight")).isNotEqualTo(start);
    }
  }

  @Test
  void strands_dependOnSeedAndEpochAlone() throws Exception {
    float[] once = afterTwoEpochs("{\"reverseComplement\":true}", training(), 1e-3, null);
    float[] again = afterTwoEpochs("{\"reverseComplement\":true}", training(), 1e-3, null);
    assertThat(again).isEqualTo(once);
    assertThat(afterTwoEpochs("{}", training(), 1e-3, null)).isNotEqualTo(once);
  }

  /** Sequences that are their own reverse complement give the same either way. */
  @Test
  void palindromes_trainTheSameWithAndWithoutTheOtherStrand() throws Exception {
    TokenSource all = training();
    try (NpyWriter writer = NpyWriter.bytes(folder.resolve("palindromes.npy"), TinyData.WINDOW)) {
      byte[] row = new byte[TinyData.WINDOW];
      for (int i = 0; i < all.size(); i++) {
        all.sequences().copyRow(i, row, 0);
        byte[] other = row.clone();
        BatchLoader.reverseComplement(other, 0, other.length);
        System.arraycopy(other, 21, row, 21, 20);
        row[20] = 4;
        writer.writeRow(row);
      }
    }
    try (MappedByteMatrix sequences = MappedByteMatrix.open(folder.resolve("palindromes.npy"))) {
      TokenSource palindromes = new TokenSource(sequences, all.labels());
      assertThat(afterTwoEpochs("{\"reverseComplement\":true}", palindromes, 1e-3, null))
          .isEqualTo(afterTwoEpochs("{}", palindromes, 1e-3, null));
    }
  }

  @Test
  void reverseComplement_ofACGTN_isNACGT() {
    byte[] tokens = {9, 0, 1, 2, 3, 4, 9};
    BatchLoader.reverseComplement(tokens, 1, 5);
    assertThat(tokens).containsExactly(9, 4, 0, 1, 2, 3, 9);
    byte[] even = {0, 0, 1, 3};
    BatchLoader.reverseComplement(even, 0, 4);
    assertThat(even).containsExactly(0, 2, 3, 3);
  }

  /** The loss of the first batch is linear in the weights. */
  @Test
  void weightsOfClasses_addUpInTheLoss() throws Exception {
    TokenSource source = training();
    String oneBatch = "{\"batchSize\":200}";
    double plain = firstLoss(oneBatch, source, null);
    double onlyFirst = firstLoss(oneBatch, source, new float[] {9, 1});
    double onlySecond = firstLoss(oneBatch, source, new float[] {1, 9});
    double both = firstLoss(oneBatch, source, new float[] {9, 9});
    assertThat(onlyFirst).isGreaterThan(plain);
    assertThat(onlySecond).isGreaterThan(plain);
    assertThat(both - plain).isCloseTo(onlyFirst - plain + onlySecond - plain, within(1e-5));
  }

  private static double firstLoss(String options, TokenSource source, float[] weights)
      throws IOException {
    try (NetworkTrainer trainer = trainer(options)) {
      return trainer.trainEpoch(source, 1, 0, weights);
    }
  }
}
