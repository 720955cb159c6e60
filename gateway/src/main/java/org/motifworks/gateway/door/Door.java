package org.motifworks.gateway.door;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.motifworks.gateway.event.EventStream;
import org.motifworks.gateway.problem.Problem;
import org.motifworks.gateway.problem.ProblemAnswer;
import org.motifworks.gateway.relay.PlainPath;
import org.motifworks.gateway.relay.Relay;

/**
 * The routes: live events, the services' API, the page's libraries, and for every other path that
 * is no file of the page a problem.
 */
@ApplicationScoped
public class Door {

  /** Before everything else, so that even a refusal carries its id and headers. */
  private static final int FIRST = 10_000;

  private final Relay relay;
  private final EventStream events;
  private final PageLibraries libraries;

  @Inject
  public Door(Relay relay, EventStream events, PageLibraries libraries) {
    this.relay = relay;
    this.events = events;
    this.libraries = libraries;
  }

  void filters(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  void routes(@Observes Router router) {
    router.route("/v1/events").order(0).handler(this::events);
    router.route("/v1").order(0).handler(this::relay);
    router.route("/v1/*").order(0).handler(this::relay);
    router.route("/v2").order(0).handler(this::relay);
    router.route("/v2/*").order(0).handler(this::relay);
    router.get("/libraries/*").order(0).handler(libraries::handle);
    router.route().last().handler(this::unknown);
  }

  private void enter(RoutingContext context) {
    RequestId.assign(context);
    SecurityHeaders.forPage(context.response());
    HttpMethod method = context.request().method();
    try {
      PlainPath.segments(context.request().path());
    } catch (PlainPath.Malformed e) {
      ProblemAnswer.send(context, Problem.pathMalformed(e.getMessage()));
      return;
    }
    if (method == HttpMethod.TRACE || method == HttpMethod.CONNECT) {
      ProblemAnswer.send(context, Problem.methodNotAllowed(method.name()));
    } else if (CrossSite.changesSomething(context.request())) {
      ProblemAnswer.send(context, Problem.crossSite());
    } else {
      context.next();
    }
  }

  private void relay(RoutingContext context) {
    relay.handle(context, PlainPath.segments(context.request().path()));
  }

  private void events(RoutingContext context) {
    if (context.request().method() == HttpMethod.GET) {
      events.handle(context);
    } else {
      ProblemAnswer.send(context, Problem.methodNotAllowed(context.request().method().name()));
    }
  }

  private void unknown(RoutingContext context) {
    ProblemAnswer.send(context, Problem.pathUnknown(context.request().path()));
  }
}
