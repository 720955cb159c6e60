package org.motifworks.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.motifworks.gateway.settings.GatewaySettings;

class LiveFactsTest {

  private final LiveFacts live = new LiveFacts(remembering(3));
  private final List<LiveFact> heard = new ArrayList<>();

  @Test
  void newListener_hearsWhatComes_notWhatWas() {
    live.tell(fact("1"));
    assertThat(live.listen(Optional.empty(), heard::add)).contains(List.of());
    live.tell(fact("2"));
    assertThat(heard).extracting(LiveFact::id).containsExactly("2");
  }

  @Test
  void returningListener_getsWhatItMissed() {
    List.of("1", "2", "3").forEach(id -> live.tell(fact(id)));
    assertThat(live.listen(Optional.of("1"), heard::add).orElseThrow())
        .extracting(LiveFact::id)
        .containsExactly("2", "3");
    assertThat(live.listen(Optional.of("3"), heard::add)).contains(List.of());
  }

  @Test
  void factThatIsNoLongerRemembered_cannotBeTheStart() {
    List.of("1", "2", "3", "4").forEach(id -> live.tell(fact(id)));
    assertThat(live.listen(Optional.of("1"), heard::add)).isEmpty();
  }

  @Test
  void listenerThatLeft_hearsNothing() {
    Consumer<LiveFact> listener = heard::add;
    live.listen(Optional.empty(), listener);
    live.leave(listener);
    live.tell(fact("1"));
    assertThat(heard).isEmpty();
    assertThat(live.listeners()).isZero();
  }

  private static LiveFact fact(String id) {
    return new LiveFact(id, "id: " + id + "\n\n");
  }

  private static GatewaySettings remembering(int facts) {
    GatewaySettings.Events events =
        new GatewaySettings.Events() {
          @Override
          public Duration heartbeat() {
            return Duration.ofSeconds(1);
          }

          @Override
          public int listeners() {
            return 10;
          }

          @Override
          public int listenerBuffer() {
            return 1024;
          }

          @Override
          public int remembered() {
            return facts;
          }
        };
    return new GatewaySettings() {
      @Override
      public Relay relay() {
        throw new UnsupportedOperationException("not asked here");
      }

      @Override
      public Events events() {
        return events;
      }
    };
  }
}
