package org.motifworks.core.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.motifworks.core.motif.PositionProbabilityMatrix;

class FilterMotifAccumulatorTest {
  private static final double[] FLAT = {0.25, 0.25, 0.25, 0.25};

  /** Two windows of ACGTA at activations 4 and 3 (over 2), one of them over the left end. */
  @Test
  void code_weighsEveryPositionOverHalfAndCountsNothingBeyondTheEnds() {
    FilterMotif motif = run(FilterRule.CODE, tokens("ACGTA"), new float[] {3, 2, 4, 0, 0}).get(0);
    assertThat(motif.sites()).isEqualTo(2);
    assertThat(motif.motif().orElseThrow().matrix().rows())
        .isDeepEqualTo(
            new double[][] {{0, 1, 0, 0}, {3 / 7.0, 0, 4 / 7.0, 0}, {0, 3 / 7.0, 0, 4 / 7.0}});
  }

  @Test
  void text_takesTheFirstMaximumOfASequenceUnweighted() {
    FilterMotif motif = run(FilterRule.TEXT, tokens("ACGTA"), new float[] {3, 4, 4, 0, 0}).get(0);
    assertThat(motif.sites()).isEqualTo(1);
    assertThat(motif.motif().orElseThrow().matrix().consensus()).isEqualTo("ACG");
  }

  @Test
  void text_windowThatLeavesTheSequence_isDroppedAndNotDead() {
    FilterMotif motif = run(FilterRule.TEXT, tokens("ACGTA"), new float[] {4, 1, 1, 1, 1}).get(0);
    assertThat(motif.dead()).isFalse();
    assertThat(motif.sites()).isZero();
    assertThat(motif.motif()).isEmpty();
  }

  @Test
  void filterThatNeverFires_isDeadWithoutMatrix() {
    for (FilterRule rule : FilterRule.values()) {
      assertThat(run(rule, tokens("ACGTA"), new float[5]))
          .containsExactly(new FilterMotif(0, true, 0, Optional.empty()));
    }
  }

  @Test
  void unknownNucleotides_addNothing() {
    FilterMotif motif = run(FilterRule.CODE, tokens("ANGTA"), new float[] {0, 1, 1, 0, 0}).get(0);
    assertThat(motif.motif().orElseThrow().matrix().rows())
        .isDeepEqualTo(new double[][] {{1, 0, 0, 0}, {0, 0, 1, 0}, {0, 0, .5, .5}});
  }

  @Test
  void columnWithoutAnyCount_isFlat() {
    FilterMotif motif = run(FilterRule.CODE, tokens("NNGTA"), new float[] {1, 0, 0, 0, 0}).get(0);
    assertThat(motif.motif().orElseThrow().matrix())
        .isEqualTo(PositionProbabilityMatrix.of(new double[][] {FLAT, FLAT, FLAT}));
  }

  @Test
  void wrongUse_isRefused() {
    FilterMotifAccumulator accumulator = new FilterMotifAccumulator(FilterRule.CODE, 1, 3, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.observeMaxima(new float[] {Float.NaN}, 1, 1, 1))
        .withMessageContaining("Filter 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> accumulator.observeMaxima(new float[4], 1, 1, 5));
    accumulator.observeMaxima(new float[] {1, 0, 0}, 1, 1, 3);
    assertThatIllegalStateException()
        .isThrownBy(() -> accumulator.accumulate(tokens("ACG"), 3, new float[] {2, 0, 0}, 1, 1, 3))
        .withMessageContaining("first pass");
  }

  /** Against windows cut out one by one, and against the same data in other batches. */
  @Property(tries = 60)
  void motifs_equalTheSlowVersionInAnyBatchSize(@ForAll long seed) {
    Random random = new Random(seed);
    int rows = 1 + random.nextInt(12);
    int length = 5 + random.nextInt(20);
    int filters = 1 + random.nextInt(4);
    int size = 1 + random.nextInt(7);
    int leftPad = random.nextInt(size);
    byte[] tokens = new byte[rows * length];
    for (int i = 0; i < tokens.length; i++) tokens[i] = (byte) random.nextInt(5);
    float[] activations = new float[rows * filters * length];
    for (int i = 0; i < activations.length; i++) {
      activations[i] = Math.max(0, (float) random.nextGaussian());
    }
    for (FilterRule rule : FilterRule.values()) {
      List<FilterMotif> whole =
          new Case(rule, tokens, activations, rows, length, filters, size, leftPad).run(rows);
      List<FilterMotif> single =
          new Case(rule, tokens, activations, rows, length, filters, size, leftPad).run(1);
      assertThat(single).isEqualTo(whole);
      for (FilterMotif motif : whole) {
        double[][] slow =
            SlowFilterMotif.of(
                rule, tokens, activations, rows, length, filters, size, leftPad, motif.filter());
        if (slow.length == 0) {
          assertThat(motif.motif()).isEmpty();
          continue;
        }
        double[][] fast = motif.motif().orElseThrow().matrix().rows();
        for (int column = 0; column < size; column++) {
          assertThat(fast[column]).containsExactly(slow[column], within(1e-9));
        }
      }
    }
  }

  private record Case(
      FilterRule rule,
      byte[] tokens,
      float[] activations,
      int rows,
      int length,
      int filters,
      int size,
      int leftPad) {
    List<FilterMotif> run(int batch) {
      FilterMotifAccumulator accumulator = new FilterMotifAccumulator(rule, filters, size, leftPad);
      int stride = filters * length;
      for (int row = 0; row < rows; row += batch) {
        float[] part = Arrays.copyOfRange(activations, row * stride, (row + batch) * stride);
        accumulator.observeMaxima(part, batch, filters, length);
      }
      for (int row = 0; row < rows; row += batch) {
        float[] part = Arrays.copyOfRange(activations, row * stride, (row + batch) * stride);
        byte[] sequences = Arrays.copyOfRange(tokens, row * length, (row + batch) * length);
        accumulator.accumulate(sequences, length, part, batch, filters, length);
      }
      return accumulator.motifs();
    }
  }

  private static List<FilterMotif> run(FilterRule rule, byte[] tokens, float[] activations) {
    return new Case(rule, tokens, activations, 1, tokens.length, 1, 3, 1).run(1);
  }

  private static byte[] tokens(String letters) {
    byte[] tokens = new byte[letters.length()];
    for (int i = 0; i < tokens.length; i++) tokens[i] = (byte) "ACGTN".indexOf(letters.charAt(i));
    return tokens;
  }
}
