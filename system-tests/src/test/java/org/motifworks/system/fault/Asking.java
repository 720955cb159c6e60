package org.motifworks.system.fault;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.function.Supplier;

/** A client's patience: a request that got no answer, or the answer of an outage, is made again. */
final class Asking {

  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private Asking() {}

  /**
   * The first answer below 500.
   *
   * @param request is made again and again, so it must be one that may be
   * @throws AssertionError after two minutes
   */
  static HttpResponse<String> untilAnswered(Supplier<HttpResponse<String>> request) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    String last = "";
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = request.get();
        if (answer.statusCode() < 500) return answer;
        last = answer.statusCode() + " " + answer.body();
      } catch (UncheckedIOException e) {
        last = e.toString(); // the gateway was killed under the request
      }
      rest(300);
    }
    throw new AssertionError("no answer: " + last);
  }

  static void rest(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
