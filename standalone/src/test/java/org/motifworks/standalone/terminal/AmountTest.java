package org.motifworks.standalone.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AmountTest {

  @Test
  void durations_keepTwoUnits() {
    assertThat(Amount.duration(Duration.ofMillis(420))).isEqualTo("0.4 s");
    assertThat(Amount.duration(Duration.ofSeconds(12))).isEqualTo("12 s");
    assertThat(Amount.duration(Duration.ofSeconds(185))).isEqualTo("3 min 05 s");
    assertThat(Amount.duration(Duration.ofMinutes(124))).isEqualTo("2 h 04 min");
    assertThat(Amount.duration(Duration.ofHours(76))).isEqualTo("3 d 4 h");
  }

  @Test
  void bytes_arePowersOfAThousand() {
    assertThat(Amount.bytes(999)).isEqualTo("999 B");
    assertThat(Amount.bytes(4_100)).isEqualTo("4.1 KB");
    assertThat(Amount.bytes(999_600)).isEqualTo("1.0 MB");
    assertThat(Amount.bytes(218_400_000)).isEqualTo("218 MB");
  }

  @Test
  void scores_leaveOutTheZero_asThePaperDoes() {
    assertThat(Amount.score(0.9731)).isEqualTo(".973");
    assertThat(Amount.score(1)).isEqualTo("1.000");
    assertThat(Amount.loss(0.12984)).isEqualTo(".1298");
    assertThat(Amount.probability(6.2e-10)).isEqualTo("6.2e-10");
    assertThat(Amount.probability(0.0432)).isEqualTo("0.043");
    assertThat(Amount.count(25_000)).isEqualTo("25,000");
  }
}
