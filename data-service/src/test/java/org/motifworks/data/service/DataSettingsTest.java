package org.motifworks.data.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DataSettingsTest {

  /** Changing a default changes what every installation does: it is changed here too. */
  @Test
  void defaults_areThese() {
    DataSettings settings =
        new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(DataSettings.class)
            .build()
            .getConfigMapping(DataSettings.class);
    assertThat(settings.slots()).isEqualTo(2);
    assertThat(settings.lease()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.pulse()).isEqualTo(Duration.ofSeconds(1));
    assertThat(settings.uploadLimit().asLongValue()).isEqualTo(10L << 30);
  }
}
