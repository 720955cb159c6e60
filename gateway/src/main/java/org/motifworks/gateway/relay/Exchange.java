package org.motifworks.gateway.relay;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.streams.Pipe;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Set;
import org.jboss.logging.Logger;
import org.motifworks.gateway.door.RequestId;
import org.motifworks.gateway.door.SecurityHeaders;
import org.motifworks.gateway.problem.Problem;
import org.motifworks.gateway.problem.ProblemAnswer;

/**
 * One request on its way to a service and its answer on the way back, both streamed.
 *
 * <p>Everything happens on the request's event loop. There is exactly one end: the answer was
 * passed whole, a problem was sent instead, or one of the two connections broke and the other was
 * broken too, so that nobody takes half an answer for a whole one.
 */
final class Exchange {

  private static final Logger LOG = Logger.getLogger(Exchange.class);
  private static final Set<String> NOT_TO_SERVICE = Set.of("host", "expect", "x-request-id");
  private static final Set<String> NOT_TO_CLIENT =
      Set.of("location", "x-request-id", "content-security-policy", "server");

  private final RoutingContext context;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final HttpClient client;
  private final ServiceAddress address;
  private final RelayMeter meter;
  private final IdleWatch idle;
  private final long started = System.nanoTime();

  private HttpClientRequest upstream;
  private Pipe<?> upload;
  private boolean answered;
  private boolean ended;
  private boolean repeated;

  Exchange(
      RoutingContext context,
      HttpClient client,
      ServiceAddress address,
      Duration idleTimeout,
      RelayMeter meter) {
    this.context = context;
    this.request = context.request();
    this.response = context.response();
    this.client = client;
    this.address = address;
    this.meter = meter;
    this.idle =
        new IdleWatch(
            context.vertx(),
            idleTimeout,
            () -> request.bytesRead() + response.bytesWritten(),
            this::stoodStill);
  }

  void open() {
    meter.opened(address.service());
    request.pause();
    context.addEndHandler(
        end -> {
          if (end.failed()) broken();
        });
    idle.start();
    connect();
  }

  private void connect() {
    client
        .request(address.request(request.method(), request.uri()))
        .onSuccess(this::send)
        .onFailure(this::notConnected);
  }

  private void send(HttpClientRequest connected) {
    connected.exceptionHandler(e -> {}); // the answer's future tells it too
    if (ended) {
      connected.reset();
      return;
    }
    upstream = connected;
    upstream.response().onSuccess(this::answer).onFailure(this::brokenBeforeAnswer);
    PassedHeaders.copy(request.headers(), upstream.headers(), NOT_TO_SERVICE);
    upstream.putHeader(RequestId.HEADER, RequestId.of(context));
    ForwardedHeaders.add(request, upstream.headers());
    if (!hasBody()) {
      upstream.end();
      return;
    }
    if (request.getHeader("content-length") == null) upstream.setChunked(true);
    if ("100-continue".equalsIgnoreCase(request.getHeader("expect"))) response.writeContinue();
    Pipe<Buffer> pipe = request.pipe().endOnFailure(false);
    upload = pipe;
    pipe.to(upstream); // a broken client ends the exchange, a broken service fails the answer
  }

  private boolean hasBody() {
    String length = request.getHeader("content-length");
    if (length != null) return !length.equals("0");
    if (request.getHeader("transfer-encoding") != null) return true;
    boolean mayHave = request.method() == HttpMethod.POST || request.method() == HttpMethod.PUT;
    return request.version() == HttpVersion.HTTP_2 && mayHave && !request.isEnded();
  }

  private void answer(HttpClientResponse from) {
    if (ended) return;
    answered = true;
    response.setStatusCode(from.statusCode());
    PassedHeaders.copy(from.headers(), response.headers(), NOT_TO_CLIENT);
    String location = from.getHeader("location");
    if (location != null) response.putHeader("location", address.publicLocation(location));
    String type = from.getHeader("content-type");
    SecurityHeaders.forRelayed(response, type);

    boolean bodyless =
        request.method() == HttpMethod.HEAD || from.statusCode() == 204 || from.statusCode() == 304;
    if (bodyless) {
      response.end().onComplete(done -> end(from.statusCode()));
      return;
    }
    if (from.getHeader("content-length") == null) response.setChunked(true);
    if (type != null && type.startsWith("text/event-stream")) {
      idle.stop(); // silence is no fault of a stream of events
      response.putHeader("x-accel-buffering", "no");
      response.write(Buffer.buffer()); // the head, before the first event
    }
    from.pipe()
        .endOnFailure(false)
        .to(response)
        .onSuccess(done -> end(from.statusCode()))
        .onFailure(this::brokenInAnswer);
  }

  private void notConnected(Throwable why) {
    if (ended) return;
    if (why instanceof ConnectionPoolTooBusyException) {
      fail(Problem.busy(label()), why);
    } else {
      fail(Problem.serviceUnavailable(label()), why);
    }
  }

  private void brokenBeforeAnswer(Throwable why) {
    if (ended) return;
    boolean safe = request.method() == HttpMethod.GET || request.method() == HttpMethod.HEAD;
    if (safe && !hasBody() && !repeated) {
      repeated = true; // a kept connection may have been closed just as it was used again
      connect();
    } else if (safe) {
      fail(Problem.serviceUnavailable(label()), why);
    } else {
      fail(Problem.serviceInterrupted(label()), why);
    }
  }

  private void brokenInAnswer(Throwable why) {
    if (ended) return;
    LOG.warnf("request %s: the answer of %s broke off: %s", RequestId.of(context), label(), why);
    broken();
  }

  /** One side is gone: let go of the other. */
  private void broken() {
    if (ended) return;
    end(0);
    if (upstream != null) upstream.reset();
    if (!response.closed()) response.reset();
  }

  private void stoodStill() {
    if (ended) return;
    if (answered) {
      LOG.warnf("request %s: the answer of %s stood still", RequestId.of(context), label());
      broken();
      return;
    }
    boolean clientIsSlow = upload != null && !request.isEnded() && !upstream.writeQueueFull();
    Problem problem =
        upstream == null
            ? Problem.busy(label())
            : clientIsSlow ? Problem.requestTimeout() : Problem.serviceTimeout(label());
    fail(problem, null);
    if (upstream != null) upstream.reset();
  }

  private void fail(Problem problem, Throwable why) {
    LOG.warnf(
        "request %s: %s %s to %s: %s%s",
        RequestId.of(context),
        request.method(),
        request.path(),
        label(),
        problem.code(),
        why == null ? "" : " (" + why + ")");
    end(problem.status());
    ProblemAnswer.send(context, problem);
  }

  private void end(int status) {
    if (ended) return;
    ended = true;
    idle.stop();
    meter.ended(address.service(), status, Duration.ofNanos(System.nanoTime() - started));
    if (status != 0 && !request.isEnded()) endUpload();
  }

  /** Answered before the whole request was there: the service gets no more of it. */
  private void endUpload() {
    UnreadBody.discard(context, upload);
    if (upload == null || upstream == null) return;
    upstream.exceptionHandler(e -> {}); // ending the upload took it away
    upstream.reset();
  }

  private String label() {
    return address.service().label();
  }
}
