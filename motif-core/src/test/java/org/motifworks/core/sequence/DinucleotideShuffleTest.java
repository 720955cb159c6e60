package org.motifworks.core.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

@Domain(DomainContext.Global.class)
@Domain(Sequences.class)
class DinucleotideShuffleTest {

  private static final long SEED = 20190401;

  @Property
  void shuffle_keepsEveryDinucleotideCountAndBothEnds(@ForAll byte[] tokens, @ForAll long seed) {
    byte[] before = tokens.clone();
    byte[] shuffled = DinucleotideShuffle.shuffle(tokens, seed);
    assertThat(tokens).isEqualTo(before);
    assertThat(shuffled).hasSameSizeAs(tokens);
    assertThat(DinucleotideShuffle.dinucleotides(shuffled))
        .isDeepEqualTo(DinucleotideShuffle.dinucleotides(tokens));
    if (tokens.length > 0) {
      assertThat(shuffled[0]).isEqualTo(tokens[0]);
      assertThat(shuffled[shuffled.length - 1]).isEqualTo(tokens[tokens.length - 1]);
    }
  }

  @Property
  void shuffle_ofTheSameSeed_isTheSame(@ForAll byte[] tokens, @ForAll long seed) {
    assertThat(DinucleotideShuffle.shuffle(tokens, seed))
        .isEqualTo(DinucleotideShuffle.shuffle(tokens, seed));
  }

  /**
   * Every arrangement, found by trying all, is drawn equally often: chi-squared, 99.9 % quantile.
   */
  @Example
  void shuffle_isUniformOverAllArrangements() {
    byte[] tokens = DnaAlphabet.tokenise("ACAGACTGNACA");
    Map<String, Integer> drawn = new TreeMap<>();
    int[][] counts = DinucleotideShuffle.dinucleotides(tokens);
    enumerate(counts, "A", tokens.length, drawn);
    assertThat(drawn).hasSizeGreaterThan(20);

    int draws = 1000 * drawn.size();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < draws; i++) {
      String shuffled = DnaAlphabet.format(DinucleotideShuffle.shuffle(tokens, random));
      drawn.computeIfPresent(shuffled, (key, count) -> count + 1);
    }
    assertThat(drawn.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(draws);
    double chiSquared =
        drawn.values().stream().mapToDouble(n -> (n - 1000.0) * (n - 1000.0) / 1000).sum();
    double freedom = drawn.size() - 1;
    assertThat(chiSquared).isLessThan(freedom + 3.1 * Math.sqrt(2 * freedom) + 6);
  }

  @Example
  void shuffle_ofARunWithOneExit_doesNotHang() {
    byte[] tokens = DnaAlphabet.tokenise("A".repeat(100_000) + "C".repeat(100_000) + "G");
    assertThat(DinucleotideShuffle.shuffle(tokens, SEED)).isEqualTo(tokens);
  }

  @Example
  void shuffle_ofARandomSequence_movesMostOfIt() {
    byte[] tokens = new byte[1000];
    Random random = new Random(SEED);
    for (int i = 0; i < tokens.length; i++) tokens[i] = (byte) random.nextInt(4);
    byte[] shuffled = DinucleotideShuffle.shuffle(tokens, SEED);
    int same = 0;
    for (int i = 0; i < tokens.length; i++) if (tokens[i] == shuffled[i]) same++;
    assertThat(same).isBetween(180, 320);
  }

  private static void enumerate(int[][] left, String path, int length, Map<String, Integer> found) {
    if (path.length() == length) {
      found.put(path, 0);
      return;
    }
    byte at = DnaAlphabet.token(path.charAt(path.length() - 1));
    for (byte next = 0; next < Nucleotide.COUNT; next++) {
      if (left[at][next] == 0) continue;
      left[at][next]--;
      enumerate(left, path + DnaAlphabet.letter(next), length, found);
      left[at][next]++;
    }
  }
}
