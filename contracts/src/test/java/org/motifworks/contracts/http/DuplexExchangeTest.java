package org.motifworks.contracts.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DuplexExchangeTest {
  private static final int MEGABYTES = 32;

  /** More than all buffers on the way hold: who does not read while sending never ends. */
  @Test
  @Timeout(60)
  void answerAsLongAsTheRequest_isReadWhileThatIsSent() throws IOException {
    try (ServerSocket door = answering(DuplexExchangeTest::echo)) {
      byte[] part = new byte[1 << 16];
      Arrays.fill(part, (byte) 'A');
      DuplexExchange.Content content =
          out -> {
            for (int i = 0; i < MEGABYTES * 16; i++) out.write(part);
          };
      DuplexExchange exchange = DuplexExchange.post(uri(door), Map.of("X-Test", "1"), content);
      assertThat(exchange.status()).isEqualTo(200);
      long letters = 0;
      try (InputStream body = exchange.body()) {
        byte[] buffer = new byte[1 << 16];
        for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
          for (int i = 0; i < count; i++) if (buffer[i] == 'A') letters++;
        }
      }
      assertThat(letters).isGreaterThanOrEqualTo((long) MEGABYTES << 20);
    }
  }

  @Test
  @Timeout(60)
  void chunkedAnswer_isPutTogether_andACutOffOneIsNotTakenForWhole() throws IOException {
    String whole = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n";
    try (ServerSocket door = answeringAfterAll(out -> write(out, whole + "0\r\n\r\n"))) {
      assertThat(body(door)).isEqualTo("abcde");
    }
    try (ServerSocket door = answeringAfterAll(out -> write(out, whole))) {
      assertThatThrownBy(() -> body(door)).isInstanceOf(EOFException.class);
    }
  }

  /** Nobody may take the part that could be sent for all there is. */
  @Test
  @Timeout(60)
  void contentThatFails_breaksTheRequestOff() throws IOException {
    List<String> seen = new CopyOnWriteArrayList<>();
    CountDownLatch over = new CountDownLatch(1);
    try (ServerSocket door =
        answering(
            (in, out) -> {
              seen.add(new String(in.readAllBytes(), StandardCharsets.US_ASCII));
              over.countDown();
            })) {
      DuplexExchange.Content failing =
          out -> {
            out.write("half".getBytes(StandardCharsets.US_ASCII));
            throw new IllegalStateException("no more");
          };
      assertThatThrownBy(() -> DuplexExchange.post(uri(door), Map.of(), failing))
          .isInstanceOf(IOException.class);
      assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(seen.get(0)).endsWith("4\r\nhalf\r\n");
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static String body(ServerSocket door) throws IOException {
    DuplexExchange.Content nothing = DuplexExchange.Content.of(InputStream.nullInputStream());
    try (InputStream body = DuplexExchange.post(uri(door), Map.of(), nothing).body()) {
      return new String(body.readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private interface Answer {
    void to(InputStream in, OutputStream out) throws IOException;
  }

  private interface Plain {
    void to(OutputStream out) throws IOException;
  }

  private static ServerSocket answeringAfterAll(Plain answer) throws IOException {
    return answering(
        (in, out) -> {
          byte[] request = new byte[1 << 12];
          StringBuilder seen = new StringBuilder();
          while (seen.indexOf("0\r\n\r\n") < 0) {
            seen.append(new String(request, 0, in.read(request), StandardCharsets.US_ASCII));
          }
          answer.to(out);
        });
  }

  /** Sends back whatever comes, headers and chunk sizes and all. */
  private static void echo(InputStream in, OutputStream out) throws IOException {
    write(out, "HTTP/1.1 200 OK\r\n\r\n");
    byte[] buffer = new byte[1 << 16];
    String last = "";
    while (!last.endsWith("0\r\n\r\n")) {
      int count = in.read(buffer);
      if (count < 0) return;
      out.write(buffer, 0, count);
      String tail =
          new String(buffer, Math.max(0, count - 5), Math.min(5, count), StandardCharsets.US_ASCII);
      last = last.substring(Math.max(0, last.length() - 5)) + tail;
    }
  }

  private static ServerSocket answering(Answer answer) throws IOException {
    ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Thread thread =
        new Thread(
            () -> {
              try (Socket client = door.accept()) {
                answer.to(client.getInputStream(), client.getOutputStream());
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return door;
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static URI uri(ServerSocket door) {
    return URI.create("http://localhost:" + door.getLocalPort() + "/v1/x?y=1");
  }
}
