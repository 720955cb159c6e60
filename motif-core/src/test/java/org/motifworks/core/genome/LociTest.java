package org.motifworks.core.genome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LociTest {

  @Test
  void placeThatTouchesAnother_doesNotOverlapIt() {
    Loci loci = new Loci();
    assertThat(loci.isEmpty()).isTrue();
    loci.add(new Locus("8", 1200, 1400));
    assertThat(loci.isEmpty()).isFalse();
    assertThat(loci.overlap(new Locus("8", 1000, 1200))).isFalse();
    assertThat(loci.overlap(new Locus("8", 1400, 1600))).isFalse();
    assertThat(loci.overlap(new Locus("8", 1000, 1201))).isTrue();
    assertThat(loci.overlap(new Locus("8", 1399, 1600))).isTrue();
    assertThat(loci.overlap(new Locus("8", 1250, 1260))).isTrue();
    assertThat(loci.overlap(new Locus("9", 1250, 1260))).isFalse();
  }

  /** By comparing each with each. */
  @Test
  void overlap_isThatOfEveryPair() {
    SplittableRandom random = new SplittableRandom(20261128);
    List<Locus> places = new ArrayList<>();
    Loci loci = new Loci();
    for (int i = 0; i < 60; i++) {
      Locus place = place(random);
      places.add(place);
      loci.add(place);
    }
    int overlapping = 0;
    for (int i = 0; i < 3000; i++) {
      Locus asked = place(random);
      boolean expected =
          places.stream()
              .anyMatch(
                  place ->
                      place.chromosome().equals(asked.chromosome())
                          && place.start() < asked.end()
                          && asked.start() < place.end());
      assertThat(loci.overlap(asked)).as(asked.toString()).isEqualTo(expected);
      if (expected) overlapping++;
    }
    assertThat(overlapping).isBetween(300, 2700);
  }

  private static Locus place(SplittableRandom random) {
    long start = random.nextLong(5_000);
    String chromosome = Integer.toString(random.nextInt(1, 4));
    return new Locus(chromosome, start, start + random.nextLong(1, 120));
  }
}
