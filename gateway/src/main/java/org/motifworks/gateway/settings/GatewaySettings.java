package org.motifworks.gateway.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patient the gateway is and how much it holds. Bounds: {@link SettingsCheck}. */
@ConfigMapping(prefix = "motifworks.gateway")
public interface GatewaySettings {

  Relay relay();

  Events events();

  /** Exchanges with the services. */
  interface Relay {

    /** How long a service may take to accept a connection. 10 ms to 1 min. */
    @WithDefault("2s")
    Duration connectTimeout();

    /**
     * How long an exchange may go without a byte moving either way. 100 ms to 1 h. Event streams
     * are exempt once they have begun.
     */
    @WithDefault("60s")
    Duration idleTimeout();

    /** Exchanges open at once with one service. 1 to 10,000. */
    @WithDefault("512")
    int connections();

    /** Exchanges waiting for one of those; more are refused. 0 to 10,000. */
    @WithDefault("256")
    int waiting();
  }

  /** The stream of facts at {@code /v1/events}. */
  interface Events {

    /**
     * Pause after which a comment is sent, so that a broken connection is noticed. 100 ms to 5 min.
     */
    @WithDefault("15s")
    Duration heartbeat();

    /** Listeners at once; more are refused. 1 to 100,000. */
    @WithDefault("1000")
    int listeners();

    /**
     * Bytes kept for a listener that reads slowly; one that needs more is let go. 1,024 to 64 Mi.
     */
    @WithDefault("262144")
    int listenerBuffer();

    /** Facts remembered for listeners that come back. 0 to 100,000. */
    @WithDefault("1000")
    int remembered();
  }
}
