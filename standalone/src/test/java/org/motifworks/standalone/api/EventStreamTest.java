package org.motifworks.standalone.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EventStreamTest {

  @Test
  void events_haveNameAndData_commentsAreSkipped() throws IOException {
    EventStream stream =
        stream(": hello\n\nevent: epoch\nid: 3\ndata: {\"epoch\":3}\n\ndata:a\ndata: b\n\n");

    EventStream.Event epoch = stream.next().orElseThrow();
    assertThat(epoch.name()).isEqualTo("epoch");
    assertThat(epoch.json().orElseThrow().path("epoch").asInt()).isEqualTo(3);
    assertThat(stream.next()).contains(new EventStream.Event("message", "a\nb"));
    assertThat(stream.next()).isEmpty();
  }

  @Test
  void eventCutOffByTheEnd_doesNotCount() throws IOException {
    assertThat(stream("event: state\ndata: {\"state\":").next()).isEmpty();
  }

  private static EventStream stream(String text) {
    return new EventStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
