package org.motifworks.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.motifworks.gateway.standin.RawHttp;
import org.motifworks.gateway.standin.StandInServices;

/** Bytes flow both ways as fast as the slower side takes them, and no faster. */
@QuarkusTest
@QuarkusTestResource(StandInServices.class)
class StreamingIT {

  private static final long LARGE = 200L << 20;

  /** What may be on its way in sockets and buffers of three parties. */
  private static final long IN_FLIGHT = 40L << 20;

  @TestHTTPResource URL gateway;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void largeUpload_waitsForASlowService_andArrivesWhole() throws Exception {
    AtomicLong read = new AtomicLong();
    HttpRequest upload =
        request("/v1/datasets/slow-reader")
            .POST(BodyPublishers.ofInputStream(() -> new Zeros(LARGE, read)))
            .build();

    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(upload, BodyHandlers.ofString());
    TimeUnit.MILLISECONDS.sleep(1_000); // the service begins to read after 1.5 s

    assertThat(read.get()).as("bytes taken from the client so far").isLessThan(IN_FLIGHT);
    assertThat(answer.get(120, TimeUnit.SECONDS).body()).isEqualTo(Long.toString(LARGE));
  }

  @Test
  void largeDownload_waitsForASlowClient_andArrivesWhole() throws Exception {
    HttpResponse<InputStream> download =
        client.send(request("/v1/datasets/large").build(), BodyHandlers.ofInputStream());
    TimeUnit.MILLISECONDS.sleep(1_000);

    String sent = client.send(request("/v1/datasets/sent").build(), BodyHandlers.ofString()).body();
    assertThat(Long.parseLong(sent)).as("bytes taken from the service").isLessThan(IN_FLIGHT);
    try (InputStream body = download.body()) {
      assertThat(body.transferTo(OutputStream.nullOutputStream())).isEqualTo(LARGE);
    }
  }

  @Test
  void event_isPassedAtOnce_andSilenceDoesNotEndTheStream() throws Exception {
    long start = System.nanoTime();
    HttpResponse<InputStream> events =
        client.send(request("/v1/runs/1/live").build(), BodyHandlers.ofInputStream());
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(events.body(), StandardCharsets.UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: epoch");
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
      assertThat(lines.readLine()).isEqualTo("data: 1");
      assertThat(lines.readLine()).isEmpty();
      assertThat(lines.readLine()).isEqualTo("event: state"); // 5 s later, over the idle time-out
    }
  }

  @Test
  void headOfASilentEventStream_isPassedAtOnce() throws Exception {
    HttpResponse<InputStream> events =
        client
            .sendAsync(request("/v1/runs/1/silent").build(), BodyHandlers.ofInputStream())
            .get(5, TimeUnit.SECONDS);
    assertThat(events.statusCode()).isEqualTo(200);
    assertThat(events.headers().firstValue("content-type")).contains("text/event-stream");
    events.body().close();
  }

  @Test
  void answerBeforeTheUploadIsOver_reachesTheClient() throws Exception {
    HttpRequest upload =
        request("/v1/datasets/early")
            .POST(BodyPublishers.ofInputStream(() -> new Zeros(20L << 20, new AtomicLong())))
            .build();
    HttpResponse<String> answer = client.send(upload, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).isEqualTo("too large");
  }

  @Test
  void uploadThatStopsComing_isATimeOutOfTheRequest() {
    String answer =
        RawHttp.send(
            gateway.getPort(),
            "POST /v1/datasets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Length: 1000\r\n\r\nonly this");
    assertThat(answer).startsWith("HTTP/1.1 408").contains("request.timeout");
  }

  @Test
  void clientThatWaitsToBeAsked_isAskedToContinue() {
    String answer =
        RawHttp.send(
            gateway.getPort(),
            "POST /v1/datasets HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n{}");
    assertThat(answer).startsWith("HTTP/1.1 100").contains("HTTP/1.1 200").contains("data-service");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.getPort() + path))
        .timeout(Duration.ofMinutes(3));
  }

  /** So many zeros, counting those that were read. */
  private static final class Zeros extends InputStream {
    private long left;
    private final AtomicLong read;

    Zeros(long length, AtomicLong read) {
      this.left = length;
      this.read = read;
    }

    @Override
    public int read() {
      if (left == 0) return -1;
      left--;
      read.incrementAndGet();
      return 0;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      if (left == 0) return -1;
      int count = (int) Math.min(left, length);
      left -= count;
      read.addAndGet(count);
      return count;
    }
  }
}
