package org.motifworks.gateway.settings;

import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;

/** Stops the start with a sentence when a setting is out of its bounds. */
@Singleton
@Startup
public class SettingsCheck {

  private final ServiceSettings services;
  private final GatewaySettings gateway;

  @Inject
  public SettingsCheck(ServiceSettings services, GatewaySettings gateway) {
    this.services = services;
    this.gateway = gateway;
  }

  @PostConstruct
  void check() {
    address("motifworks.services.data-url", services.dataUrl());
    address("motifworks.services.trainer-url", services.trainerUrl());
    address("motifworks.services.interpret-url", services.interpretUrl());

    String relay = "motifworks.gateway.relay.";
    GatewaySettings.Relay r = gateway.relay();
    between(relay + "connect-timeout", r.connectTimeout(), millis(10), Duration.ofMinutes(1));
    between(relay + "idle-timeout", r.idleTimeout(), millis(100), Duration.ofHours(1));
    between(relay + "connections", r.connections(), 1, 10_000);
    between(relay + "waiting", r.waiting(), 0, 10_000);

    String events = "motifworks.gateway.events.";
    GatewaySettings.Events e = gateway.events();
    between(events + "heartbeat", e.heartbeat(), millis(100), Duration.ofMinutes(5));
    between(events + "listeners", e.listeners(), 1, 100_000);
    between(events + "listener-buffer", e.listenerBuffer(), 1024, 64 << 20);
    between(events + "remembered", e.remembered(), 0, 100_000);
  }

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static void address(String name, URI value) {
    boolean http = "http".equals(value.getScheme()) || "https".equals(value.getScheme());
    boolean bare =
        value.getRawPath() == null
            || value.getRawPath().isEmpty()
            || value.getRawPath().equals("/");
    if (!http || value.getHost() == null || !bare || value.getRawQuery() != null) {
      throw new IllegalArgumentException(
          name + " is " + value + ": it must be http://host:port or https://host:port.");
    }
  }

  private static <T extends Comparable<T>> void between(String name, T value, T least, T most) {
    if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          name + " is " + value + ": it must be from " + least + " to " + most + ".");
    }
  }
}
