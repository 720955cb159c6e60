package org.motifworks.gateway.event;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.motifworks.gateway.problem.Problem;
import org.motifworks.gateway.problem.ProblemAnswer;
import org.motifworks.gateway.settings.GatewaySettings;

/** {@code GET /v1/events}: admits listeners to the stream of facts. */
@Singleton
public class EventStream {

  private final LiveFacts live;
  private final GatewaySettings.Events settings;
  private final Counter dropped;

  @Inject
  public EventStream(LiveFacts live, GatewaySettings settings, MeterRegistry registry) {
    this.live = live;
    this.settings = settings.events();
    this.dropped = registry.counter("motifworks.gateway.events.listeners.dropped");
    registry.gauge("motifworks.gateway.events.listeners", live, LiveFacts::listeners);
  }

  public void handle(RoutingContext context) {
    if (live.listeners() >= settings.listeners()) {
      ProblemAnswer.send(context, Problem.tooManyListeners(settings.listeners()));
    } else {
      new EventListener(context, live, settings, dropped::increment).begin();
    }
  }
}
