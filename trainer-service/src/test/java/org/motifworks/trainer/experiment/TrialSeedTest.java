package org.motifworks.trainer.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrialSeedTest {

  /** {@code int(hashlib.sha256(b"1/cnn-25/1").hexdigest()[:16], 16) >> 11} of Python, and so on. */
  @Test
  void seed_isWhatTheDocumentedHashGives() {
    assertThat(TrialSeed.of(1, "cnn-25", 1)).isEqualTo(8909049459157879L);
    assertThat(TrialSeed.of(1, "cnn-25", 2)).isEqualTo(948173916670944L);
    assertThat(TrialSeed.of(-7, "κ", 1)).isEqualTo(8438868070067181L);
  }

  @Test
  void seed_fitsIntoADouble() {
    for (int trial = 1; trial <= 1000; trial++) {
      long seed = TrialSeed.of(3, "any", trial);
      assertThat((long) (double) seed).isEqualTo(seed).isBetween(0L, (1L << 53) - 1);
    }
  }
}
