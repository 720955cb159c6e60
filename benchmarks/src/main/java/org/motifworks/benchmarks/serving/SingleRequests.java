package org.motifworks.benchmarks.serving;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests of one sequence at set times, whether earlier ones were answered or not, so that a pause
 * of the service costs every request that would have come within it.
 *
 * @param latencies of each in ms from the time it was due, ascending
 * @param statuses how many answers had which status; 0 for none at all
 * @param unadvised refusals without {@code Retry-After}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record SingleRequests(double[] latencies, TreeMap<Integer, Integer> statuses, long unadvised) {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** One for all rates: it is compiled, and its connections are open, when it counts. */
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private record Answer(double millis, int status, boolean advised) {}

  /**
   * @param rate requests a second
   */
  static SingleRequests at(int rate, Duration time, URI door, List<String> sequences)
      throws Exception {
    int count = (int) (rate * time.toSeconds());
    List<CompletableFuture<Answer>> answers = new ArrayList<>(count);
    long begun = System.nanoTime();
    for (int i = 0; i < count; i++) {
      long due = begun + i * 1_000_000_000L / rate;
      while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
      HttpRequest request =
          HttpRequest.newBuilder(door)
              .timeout(PATIENCE)
              .header("Content-Type", "text/plain")
              .POST(HttpRequest.BodyPublishers.ofString(sequences.get(i % sequences.size())))
              .build();
      answers.add(
          CLIENT
              .sendAsync(request, HttpResponse.BodyHandlers.ofString())
              .handle((answer, failure) -> told(answer, due)));
    }
    List<Answer> all = new ArrayList<>(count);
    for (CompletableFuture<Answer> answer : answers) all.add(answer.get(1, TimeUnit.MINUTES));
    double[] latencies = all.stream().mapToDouble(Answer::millis).sorted().toArray();
    TreeMap<Integer, Integer> statuses = new TreeMap<>();
    all.forEach(answer -> statuses.merge(answer.status(), 1, Integer::sum));
    return new SingleRequests(
        latencies, statuses, all.stream().filter(answer -> !answer.advised()).count());
  }

  private static Answer told(HttpResponse<String> answer, long due) {
    double millis = (System.nanoTime() - due) / 1e6;
    if (answer == null) return new Answer(millis, 0, true);
    boolean refused = answer.statusCode() == 429 || answer.statusCode() == 503;
    boolean advised = !refused || answer.headers().firstValue("Retry-After").isPresent();
    return new Answer(millis, answer.statusCode(), advised);
  }

  /** Milliseconds within which that share of the requests was answered. */
  double quantile(double share) {
    return latencies[(int) Math.min(latencies.length - 1L, Math.round(share * latencies.length))];
  }
}
