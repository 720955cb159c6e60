package org.motifworks.standalone.api;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** {@code multipart/form-data} that streams its files from disk. */
public final class MultipartBody {

  private final String boundary = "motifworks-" + UUID.randomUUID();
  private final List<BodyPublisher> parts = new ArrayList<>();
  private final LongConsumer sent;

  /**
   * @param sent told the number of bytes given to the network so far
   */
  public MultipartBody(LongConsumer sent) {
    this.sent = sent;
  }

  public MultipartBody json(String name, String json) {
    parts.add(
        text(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\nContent-Type: application/json\r\n\r\n"
                + json
                + "\r\n"));
    return this;
  }

  /**
   * A file, read when it is sent.
   *
   * @throws FileNotFoundException when there is no such file
   */
  public MultipartBody file(String name, String fileName, Path file) throws FileNotFoundException {
    parts.add(
        text(
            "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + quoted(name)
                + "\"; filename=\""
                + quoted(fileName)
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
    parts.add(BodyPublishers.ofFile(file));
    parts.add(text("\r\n"));
    return this;
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /** Bytes of the whole body. */
  public long length() {
    return whole().contentLength();
  }

  BodyPublisher publisher() {
    return new Counted(whole(), sent);
  }

  private BodyPublisher whole() {
    List<BodyPublisher> all = new ArrayList<>(parts);
    all.add(text("--" + boundary + "--\r\n"));
    return BodyPublishers.concat(all.toArray(BodyPublisher[]::new));
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
  }

  /** As browsers do it: a quote in a name must not end it. */
  private static String quoted(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private record Counted(BodyPublisher inner, LongConsumer sent) implements BodyPublisher {

    @Override
    public long contentLength() {
      return inner.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      AtomicLong total = new AtomicLong();
      inner.subscribe(
          new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
              subscriber.onSubscribe(subscription);
            }

            @Override
            public void onNext(ByteBuffer bytes) {
              sent.accept(total.addAndGet(bytes.remaining()));
              subscriber.onNext(bytes);
            }

            @Override
            public void onError(Throwable failure) {
              subscriber.onError(failure);
            }

            @Override
            public void onComplete() {
              subscriber.onComplete();
            }
          });
    }
  }
}
