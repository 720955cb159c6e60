package org.motifworks.gateway.relay;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Counts and times exchanges by service: {@code motifworks.gateway.exchanges} with the tags {@code
 * service} and {@code outcome} (a status class such as {@code 2xx}, or {@code aborted}), and {@code
 * motifworks.gateway.exchanges.open}.
 */
@Singleton
public class RelayMeter {

  /** Of the histogram; a stream lasts as long as it does. */
  private static final Duration[] BOUNDS =
      Stream.of(5, 10, 25, 50, 100, 250, 1000, 5000, 60_000)
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final MeterRegistry registry;
  private final Map<Service, AtomicInteger> open = new EnumMap<>(Service.class);

  @Inject
  public RelayMeter(MeterRegistry registry) {
    this.registry = registry;
    for (Service service : Service.values()) {
      AtomicInteger count = new AtomicInteger();
      open.put(service, count);
      registry.gauge(
          "motifworks.gateway.exchanges.open", List.of(Tag.of("service", service.label())), count);
    }
  }

  void opened(Service service) {
    open.get(service).incrementAndGet();
  }

  /**
   * @param status of the answer; 0 when it did not come to its end
   */
  void ended(Service service, int status, Duration took) {
    open.get(service).decrementAndGet();
    Timer.builder("motifworks.gateway.exchanges")
        .tag("service", service.label())
        .tag("outcome", status == 0 ? "aborted" : status / 100 + "xx")
        .serviceLevelObjectives(BOUNDS)
        .register(registry)
        .record(took);
  }
}
