package org.motifworks.gateway.event;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client of {@code /v1/events} that keeps every line it got. */
final class EventReader implements AutoCloseable {

  private final InputStream body;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private EventReader(InputStream body) {
    this.body = body;
    Thread thread = new Thread(this::read, "event-reader");
    thread.setDaemon(true);
    thread.start();
  }

  static EventReader open(URL gateway, Optional<String> lastSeen) throws Exception {
    URI uri = URI.create("http://localhost:" + gateway.getPort() + "/v1/events");
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    lastSeen.ifPresent(id -> request.header("Last-Event-ID", id));
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpResponse<InputStream> response =
        client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    return new EventReader(response.body());
  }

  List<String> lines() {
    return lines;
  }

  /** The data of the event with this id, if it came. */
  Optional<String> frame(String id) {
    int at = lines.indexOf("id: " + id);
    return at < 0 || at + 1 >= lines.size()
        ? Optional.empty()
        : Optional.of(lines.get(at + 1).substring("data: ".length()));
  }

  private void read() {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException closed) {
      lines.add("closed: " + closed.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
