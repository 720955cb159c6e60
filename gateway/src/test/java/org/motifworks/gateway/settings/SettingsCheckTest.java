package org.motifworks.gateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

  @Test
  void defaults_areTheseAndPass() {
    SmallRyeConfig config = config(Map.of());
    GatewaySettings gateway = config.getConfigMapping(GatewaySettings.class);
    assertThat(gateway.relay().connectTimeout()).isEqualTo(Duration.ofSeconds(2));
    assertThat(gateway.relay().idleTimeout()).isEqualTo(Duration.ofSeconds(60));
    assertThat(gateway.relay().connections()).isEqualTo(512);
    assertThat(gateway.relay().waiting()).isEqualTo(256);
    assertThat(gateway.events().heartbeat()).isEqualTo(Duration.ofSeconds(15));
    assertThat(gateway.events().listeners()).isEqualTo(1000);
    assertThat(gateway.events().listenerBuffer()).isEqualTo(262_144);
    assertThat(gateway.events().remembered()).isEqualTo(1000);
    ServiceSettings services = config.getConfigMapping(ServiceSettings.class);
    assertThat(services.dataUrl()).hasToString("http://localhost:8081");
    assertThat(services.trainerUrl()).hasToString("http://localhost:8082");
    assertThat(services.interpretUrl()).hasToString("http://localhost:8083");
    assertThatCode(() -> check(Map.of())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "motifworks.services.data-url, localhost:8081",
    "motifworks.services.trainer-url, ftp://trainer",
    "motifworks.services.interpret-url, http://interpret/v1",
    "motifworks.gateway.relay.connect-timeout, 0s",
    "motifworks.gateway.relay.idle-timeout, 2h",
    "motifworks.gateway.relay.connections, 0",
    "motifworks.gateway.relay.waiting, -1",
    "motifworks.gateway.events.heartbeat, 1ms",
    "motifworks.gateway.events.listeners, 0",
    "motifworks.gateway.events.listener-buffer, 10",
    "motifworks.gateway.events.remembered, -1",
  })
  void settingOutOfBounds_isNamedInASentence(String name, String value) {
    assertThatThrownBy(() -> check(Map.of(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " is ")
        .hasMessageEndingWith(".");
  }

  private static void check(Map<String, String> properties) {
    SmallRyeConfig config = config(properties);
    new SettingsCheck(
            config.getConfigMapping(ServiceSettings.class),
            config.getConfigMapping(GatewaySettings.class))
        .check();
  }

  private static SmallRyeConfig config(Map<String, String> properties) {
    return new SmallRyeConfigBuilder()
        .withMapping(ServiceSettings.class)
        .withMapping(GatewaySettings.class)
        .withConverter(Duration.class, 100, new DurationConverter())
        .withSources(new PropertiesConfigSource(properties, "test", 100))
        .build();
  }
}
