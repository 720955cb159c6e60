package org.motifworks.gateway.event;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.motifworks.gateway.settings.GatewaySettings;

/**
 * One client of the stream of facts.
 *
 * <p>A client that comes back with {@code Last-Event-ID} gets what it missed; where that is not
 * known any more it gets the event {@code resync} and should ask for everything anew. One that
 * reads too slowly is let go: its browser comes back by itself.
 */
final class EventListener {

  private static final String RECONNECT_MILLIS = "retry: 2000\n\n";
  private static final String RESYNC = "event: resync\ndata: {}\n\n";
  private static final String HEARTBEAT = ": still here\n\n";

  private final RoutingContext request;
  private final HttpServerResponse response;
  private final Context loop;
  private final LiveFacts live;
  private final GatewaySettings.Events settings;
  private final Runnable dropped;
  private final Consumer<LiveFact> ear = this::hear;
  private long heartbeat;
  private boolean gone;

  EventListener(
      RoutingContext request, LiveFacts live, GatewaySettings.Events settings, Runnable dropped) {
    this.request = request;
    this.response = request.response();
    this.loop = request.vertx().getOrCreateContext();
    this.live = live;
    this.settings = settings;
    this.dropped = dropped;
  }

  void begin() {
    response.setChunked(true);
    response.setWriteQueueMaxSize(settings.listenerBuffer());
    response.putHeader("content-type", "text/event-stream;charset=UTF-8");
    response.putHeader("cache-control", "no-store");
    response.putHeader("x-accel-buffering", "no");
    request.addEndHandler(end -> leave());
    write(RECONNECT_MILLIS);
    heartbeat =
        request.vertx().setPeriodic(settings.heartbeat().toMillis(), tick -> write(HEARTBEAT));
    Optional<String> lastSeen = Optional.ofNullable(request.request().getHeader("last-event-id"));
    Optional<List<LiveFact>> missed = live.listen(lastSeen, ear);
    missed.ifPresentOrElse(
        facts -> facts.forEach(fact -> write(fact.frame())), () -> write(RESYNC));
  }

  /** Called on Kafka's thread: the response belongs to its event loop. */
  private void hear(LiveFact fact) {
    loop.runOnContext(turn -> write(fact.frame()));
  }

  private void write(String frame) {
    if (gone) return;
    if (response.writeQueueFull()) {
      dropped.run();
      leave();
      response.reset();
      return;
    }
    response.write(frame);
  }

  private void leave() {
    if (gone) return;
    gone = true;
    live.leave(ear);
    request.vertx().cancelTimer(heartbeat);
  }
}
