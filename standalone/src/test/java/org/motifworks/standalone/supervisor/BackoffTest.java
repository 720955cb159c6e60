package org.motifworks.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void pauses_doubleUpToTheLongest() {
    assertThat(Backoff.DEFAULT.pause(1)).hasMillis(500);
    assertThat(Backoff.DEFAULT.pause(2)).hasSeconds(1);
    assertThat(Backoff.DEFAULT.pause(5)).hasSeconds(8);
    assertThat(Backoff.DEFAULT.pause(1000)).hasSeconds(30);
  }

  @Test
  void longLife_forgivesThePast() {
    assertThat(Backoff.DEFAULT.failuresAfter(7, Duration.ofSeconds(59))).isEqualTo(8);
    assertThat(Backoff.DEFAULT.failuresAfter(7, Duration.ofSeconds(61))).isEqualTo(1);
  }
}
